package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row: a specification (in single quotes for double ones), a pointer, and words about it. */
class MalformedSpecificationsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                              | ``                     | must be an object, is a list
          null                                            | ``                     | must be an object, is null
          {}                                              | /dataset/name          | is missing; must be one of "cifar10", "cifar100", "fashion-mnist", "folder", "mnist", "shapes", "svhn"
          {'dataset':'cifar10'}                           | /dataset               | must be an object, is "cifar10"
          {'dataset':{'name':null}}                       | /dataset/name          | is null
          {'dataset':{'name':'cifar11'}}                  | /dataset/name          | did you mean "cifar10"?
          {'dataset':{'name':'cifar10','folder':{}}}      | /dataset/folder        | must be left out: "cifar10" is no folder
          {'dataset':{'name':'folder'}}                   | /dataset/folder/classes | is missing; must be a whole number between 2 and 10000
          {'dataset':{'name':'folder','folder':7}}        | /dataset/folder        | must be an object, is 7
          {'dataset':{'name':'folder','folder':{'classes':1}}} | /dataset/folder/classes | between 2 and 10000, is 1
          {'dataset':{'name':'folder','folder':{'classes':2,'imageSize':4}}} | /dataset/folder/imageSize | between 8 and 512, is 4
          {'dataset':{'name':'folder','folder':{'classes':2,'channels':2}}} | /dataset/folder/channels | must be 1 (grey) or 3 (RGB), is 2
          {'dataset':{'name':'folder','folder':{'classes':2,'channels':4}}} | /dataset/folder/channels | is 4
          {'dataset':{'name':'folder','folder':{'classes':2,'colours':3}}} | /dataset/folder/colours | known are "classes", "imageSize", "channels"
          {'dataset':{'name':'cifar10','directory':'/data'}}       | /dataset/directory | relative to the worker's data root
          {'dataset':{'name':'cifar10','directory':'a/../../b'}}   | /dataset/directory | without ".."
          {'dataset':{'name':'cifar10','directory':'a\\u0000b'}}   | /dataset/directory | is "a\\u0000b"
          {'dataset':{'name':'cifar10','shapes':{}}}      | /dataset/shapes        | must be left out: "cifar10" is read from files
          {'dataset':{'name':'shapes','directory':'x'}}   | /dataset/directory     | must be left out: "shapes" is drawn
          {'dataset':{'name':'shapes','validationImages':4096}}    | /dataset/validationImages | must be at most 4094
          {'dataset':{'name':'shapes','shapes':{'imageSize':4}}}   | /dataset/shapes/imageSize | between 8 and 64, is 4
          {'dataset':{'name':'shapes','splitSeed':1.5}}   | /dataset/splitSeed     | a whole number of 64 bits
          {'seed':9223372036854775808}                    | /seed                  | is 9223372036854775808
          {'seed':'1'}                                    | /seed                  | is "1"
          {'name':''}                                     | /name                  | 1 to 100 characters
          {'name':'a\\nb'}                                | /name                  | is "a\\u000ab"
          {'datasett':{}}                                 | /datasett              | did you mean "dataset"?
          {'a/b~c':1}                                     | /a~1b~0c               | is not known here; known are "name", "seed", "dataset"
          {'space':{'preset':'tiny'}}                     | /space/preset          | must be one of "tam", "tam-nano", "tam-imagenet"
          {'space':{'preset':'tam','width':'1/3'}}        | /space/width           | must be one of "1", "1/2", "1/4", "1/8"
          {'space':{'blocks':[]}}                         | /space/blocks          | between 1 and 12 entries, has 0
          {'space':{'blocks':['shuffle4']}}               | /space/blocks/0        | did you mean "shuffle3"?
          {'space':{'blocks':['shuffle3','shuffle3']}}    | /space/blocks/1        | must differ from the others
          {'space':{'scales':[]}}                         | /space/scales          | entries, has 0
          {'space':{'scales':[0.25]}}                     | /space/scales/0        | in steps of 0.1, is 0.25
          {'space':{'scales':['NaN']}}                    | /space/scales/0        | is "NaN"
          {'space':{'scales':[1e400]}}                    | /space/scales/0        | is 1E+400
          {'space':{'blocks':['shuffle3'],'scales':[1]}}  | /space                 | holds a single network
          {'space':{'preset':'tam','headWidth':64}}       | /space                 | either a preset
          {'space':{'headWidth':64,'stem':{'width':8,'stride':1}}} | /space/layers | is missing; must be a list of layers
          {'space':{'headWidth':64,'stem':{'width':8,'stride':1},'layers':[]}}                         | /space/layers          | between 1 and 256 entries, has 0
          {'space':{'headWidth':64,'stem':{'width':8,'stride':3},'layers':[{'width':16,'stride':1}]}}  | /space/stem/stride     | between 1 and 2, is 3
          {'space':{'headWidth':64,'stem':{'width':8,'stride':1},'layers':[7]}}                        | /space/layers/0        | must be an object, is 7
          {'space':{'headWidth':64,'stem':{'width':8,'stride':1},'layers':[{'width':15,'stride':1}]}}  | /space/layers/0/width  | must be an even number
          {'space':{'headWidth':64,'stem':{'width':8,'stride':1},'layers':[{'width':16,'stride':1,'blocks':['shuffle3-nl']}]}} | /space/layers/0/blocks/0 | 16x16
          {'dataset':{'name':'shapes','shapes':{'imageSize':8}},'space':{'preset':'tam-imagenet'}} | /space | does not fit images of 3x8x8
          {'dataset':{'name':'mnist'},'space':{'preset':'tam-nano','width':'1/2'}} | /space/width | must be one of "1", is "1/2"
          {'search':{'population':1e1}}                   | /search/population     | a whole number
          {'search':{'population':4001}}                  | /search/population     | between 4 and 4000, is 4001
          {'evaluation':{'batchSize':'big'}}              | /evaluation/batchSize  | is "big"
          {'training':[]}                                 | /training              | must be an object, is a list
          {'training':{'steps':0}}                        | /training/steps        | between 1 and 10000000, is 0
          {'training':{'batchSize':1}}                    | /training/batchSize    | between 2 and 4096, is 1
          {'training':{'epsilonWarmup':1.5}}              | /training/epsilonWarmup | at least 0 and at most 1, is 1.5
          {'training':{'attack':{'method':'pdg'}}}        | /training/attack/method | did you mean "pgd"?
          {'training':{'attack':{'epsilon':'-8/255'}}}    | /training/attack/epsilon | such as "8/255", is "-8/255"
          {'training':{'attack':{'epsilon':9}}}           | /training/attack/epsilon | at most 1
          {'training':{'attack':{'epsilon':0}}}           | /training/attack/epsilon | at least 0.00001
          {'training':{'attack':{'epsilon':'8/0'}}}       | /training/attack/epsilon | is "8/0"
          {'training':{'attack':{'stepSize':'17/255'}}}   | /training/attack/stepSize | at most 2·epsilon
          {'training':{'attack':{'steps':7}}}             | /training/attack/steps | must be left out: it belongs to "method" "pgd", not to "fgsm-random-start"
          {'training':{'attack':{'stepsize':7}}}          | /training/attack/stepsize | did you mean "stepSize"?
          {'training':{'attack':{'guardInterval':-1}}}    | /training/attack/guardInterval | between 0 and 1000000, is -1
          {'training':{'attack':{'method':'pgd','guardInterval':9}}} | /training/attack/guardInterval | belongs to "method" "fgsm-random-start", not to "pgd"
          {'training':{'attack':{'method':'free','replays':0}}}    | /training/attack/replays | between 1 and 100, is 0
          {'training':{'attack':{'replays':4}}}           | /training/attack/replays | belongs to "method" "free"
          {'training':{'attack':{'method':'yopo','outer':0}}}      | /training/attack/outer | between 1 and 100, is 0
          {'training':{'attack':{'method':'yopo','inner':101}}}    | /training/attack/inner | between 1 and 100, is 101
          {'training':{'attack':{'method':'free','inner':3}}}      | /training/attack/inner | belongs to "method" "yopo", not to "free"
          {'training':{'loss':{'kind':'trade'}}}          | /training/loss/kind    | did you mean "trades"?
          {'training':{'loss':{'beta':6}}}                | /training/loss/beta    | belongs to "kind" "trades", "mart", not to "adversarial-cross-entropy"
          {'training':{'loss':{'kind':'mart','lambda':1}}}         | /training/loss/lambda | belongs to "kind" "alp", not to "mart"
          {'training':{'loss':{'kind':'trades','beta':-1}}}        | /training/loss/beta | at least 0 and at most 1000, is -1
          {'training':{'loss':{'kind':'alp','lambda':1001}}}       | /training/loss/lambda | at most 1000, is 1001
          {'training':{'loss':{'labelSmoothing':1}}}      | /training/loss/labelSmoothing | below 1, is 1
          {'training':{'loss':{'smoothing':0.1}}}         | /training/loss/smoothing | is not known here
          {'training':{'crafting':'frozen'}}              | /training/crafting     | must be one of "batch-statistics", "frozen-statistics", is "frozen"
          {'training':{'paths':{'policy':'bins'}}}        | /training/paths/policy | must be one of "uniform", "parameter-bins", "sandwich"
          {'training':{'paths':{'policy':'bins','bins':5}}}        | /training/paths/policy | is "bins"
          {'training':{'paths':{'bins':5}}}               | /training/paths/bins   | belongs to "policy" "parameter-bins", not to "uniform"
          {'training':{'paths':{'policy':'parameter-bins','bins':1}}}    | /training/paths/bins | between 2 and 100, is 1
          {'training':{'paths':{'source':'mean','sources':17}}}    | /training/paths/sources | between 2 and 16, is 17
          {'training':{'paths':{'source':'own','sources':2}}}      | /training/paths/sources | belongs to "source" "mean", not to "own"
          {'training':{'paths':{'source':'random-othr'}}} | /training/paths/source | did you mean "random-other"?
          {'training':{'paths':{'perStep':17}}}           | /training/paths/perStep | between 1 and 16, is 17
          {'training':{'paths':{'policy':'sandwich','perStep':1}}} | /training/paths/perStep | at least 2 where "policy" is "sandwich"
          {'training':{'paths':{'perStep':3,'perBatch':2}}}        | /training/paths/perBatch | must divide "perStep", which is 3
          {'training':{'paths':{'perBatch':2}}}           | /training/paths/perBatch | must divide "perStep", which is 1
          {'training':{'attack':{'method':'free'},'paths':{'perStep':2}}}         | /training/paths/perStep | must be 1 where the attack's method is "free"
          {'training':{'attack':{'method':'free'},'loss':{'kind':'trades'}}}      | /training/loss/kind | must be "adversarial-cross-entropy" where the attack's method is "free", which crafts in the passes that train; is "trades"
          {'training':{'attack':{'method':'yopo'},'loss':{'kind':'mart'}}}        | /training/loss/kind | must be "adversarial-cross-entropy" where the attack's method is "yopo"
          {'training':{'attack':{'method':'yopo'},'crafting':'frozen-statistics'}} | /training/crafting | must be "batch-statistics"
          {'training':{'attack':{'method':'yopo'},'paths':{'source':'largest'}}}  | /training/paths/source | must be "own"
          {'training':{'attack':{'method':'yopo'},'paths':{'perStep':2,'perBatch':2}}} | /training/paths/perBatch | must be 1 where
          {'training':{'attack':{'method':'free'},'weightPerturbation':0.01}}     | /training/weightPerturbation | must be 0 where the attack's method is "free", which crafts in the passes that train; is 0.01
          {'training':{'weightPerturbation':2}}           | /training/weightPerturbation | at most 1, is 2
          {'training':{'averaging':1}}                    | /training/averaging    | below 1, is 1
          {'training':{'optimizer':{'method':'adam'}}}    | /training/optimizer/method | did you mean "adamw"?
          {'training':{'optimizer':{'method':'adam','beta1':0.9}}} | /training/optimizer/method | is "adam"
          {'training':{'optimizer':{'method':'adamw','momentum':0.9}}} | /training/optimizer/momentum | belongs to "method" "sgd", not to "adamw"
          {'training':{'optimizer':{'beta1':0.9}}}        | /training/optimizer/beta1 | belongs to "method" "adamw", not to "sgd"
          {'training':{'optimizer':{'method':'adamw','beta2':1}}}  | /training/optimizer/beta2 | below 1, is 1
          {'training':{'optimizer':{'method':'adamw','epsilon':0}}} | /training/optimizer/epsilon | above 0 and at most 1, is 0
          {'training':{'optimizer':{'weightDecay':1}}}    | /training/optimizer/weightDecay | below 1, is 1
          {'training':{'optimizer':{'schedule':'linear'}}} | /training/optimizer/schedule | must be one of "cosine", "step", "one-cycle"
          {'training':{'optimizer':{'schedule':'one-cycle','warmup':0}}} | /training/optimizer/warmup | must be above 0 where "schedule" is "one-cycle"
          {'training':{'augmentation':{'cutout':33}}}     | /training/augmentation/cutout | between 0 and 32, is 33
          {'dataset':{'name':'mnist'},'training':{'augmentation':{'cutout':29}}} | /training/augmentation/cutout | between 0 and 28, is 29
          {'evaluation':{'attack':{'method':'auto-attack'}}}       | /evaluation/attack/method | did you mean "autoattack"?
          {'evaluation':{'attack':{'method':'autoattack','steps':9}}} | /evaluation/attack/steps | belongs to "method" "pgd", "mi-fgsm", "cw", "apgd-ce", "apgd-t", "fab-t", not to "autoattack"
          {'evaluation':{'attack':{'method':'apgd-ce','stepSize':0.1}}} | /evaluation/attack/stepSize | belongs to "method" "pgd", "mi-fgsm", "cw"
          {'evaluation':{'attack':{'method':'apgd-t','targets':10}}} | /evaluation/attack/targets | between 1 and 9, is 10
          {'evaluation':{'attack':{'method':'square','queries':0}}} | /evaluation/attack/queries | between 1 and 1000000, is 0
          {'evaluation':{'attack':{'method':'mi-fgsm','decay':11}}} | /evaluation/attack/decay | at most 10, is 11
          {'evaluation':{'attack':{'method':'cw','restarts':2,'start':'clean'}}} | /evaluation/attack/restarts | every run would be the same
          {'evaluation':{'attack':{'method':'sequence'}}} | /evaluation/attack/attacks | is missing; must be a list of attacks
          {'evaluation':{'attack':{'method':'sequence','attacks':[]}}} | /evaluation/attack/attacks | between 1 and 10 entries, has 0
          {'evaluation':{'attack':{'method':'sequence','attacks':['pgd']}}} | /evaluation/attack/attacks/0 | must be an object, is "pgd"
          {'evaluation':{'attack':{'method':'sequence','attacks':[{'method':'square','steps':5}]}}} | /evaluation/attack/attacks/0/steps | not to "square"
          {'evaluation':{'attack':{'method':'sequence','attacks':[{},{'epsilon':'4/255'}]}}} | /evaluation/attack/attacks/1/epsilon | must be the sequence's, "8/255", as it is one for all; is "4/255"
          {'evaluation':{'attack':{'method':'sequence','attacks':[{'method':'sequence','attacks':[{}]}]}}} | /evaluation/attack/attacks/0/method | a sequence holds no sequence
          {'evaluation':{'maskingImages':-1}}             | /evaluation/maskingImages | between 0 and 1000000, is -1
          {'evaluation':{'images':100,'maskingImages':101}}        | /evaluation/maskingImages | must be at most 100, the measured images, is 101
          {'evaluation':{'attack':{'method':'square'},'maskingImages':8}} | /evaluation/maskingImages | must be 0 where the attack takes no gradients
          {'training':{'optimizer':{'learningRate':-0.1}}}         | /training/optimizer/learningRate | above 0 and at most 10
          {'training':{'optimizer':{'learningRate':1e400}}}        | /training/optimizer/learningRate | is 1E+400
          {'training':{'optimizer':{'momentum':1}}}       | /training/optimizer/momentum | below 1, is 1
          {'training':{'augmentation':{'crop':17}}}       | /training/augmentation/crop | between 0 and 16, is 17
          {'training':{'augmentation':{'mirror':true}}}   | /training/augmentation/mirror | must be one of "never", "random", is true
          {'search':{'population':1}}                     | /search/population     | between 4 and 4000, is 1
          {'search':{'population':16.5}}                  | /search/population     | a whole number
          {'search':{'generations':-1}}                   | /search/generations    | between 1 and 1000, is -1
          {'search':{'objectives':['parameters']}}        | /search/objectives     | between 2 and 5 entries, has 1
          {'search':{'objectives':['parameters','speed']}}       | /search/objectives/1 | must be one of "adversarialAccuracy"
          {'search':{'objectives':['parameters','parameters']}}    | /search/objectives/1 | must differ from the others
          {'search':{'constraints':{'maxParameters':100}}}         | /search/constraints/maxParameters | excludes every network
          {'search':{'constraints':{'maxMultiplyAdds':0}}}         | /search/constraints/maxMultiplyAdds | at least 1, is 0
          {'search':{'crossover':{'kind':'one-point'}}}   | /search/crossover/kind | must be one of "uniform", "two-point"
          {'search':{'mutationProbability':0,'crossover':{'probability':0}}} | /search/mutationProbability | would be a copy
          {'evaluation':{'images':2000}}                  | /evaluation/images     | must be at most 1024, the validation images, is 2000
          {'evaluation':{'attack':{'method':'fgsm','steps':10}}}   | /evaluation/attack/steps | belongs to "method" "pgd"
          {'evaluation':{'attack':{'restarts':2,'start':'clean'}}} | /evaluation/attack/restarts | every run would be the same
          {'dataset':{'name':'shapes'},'evaluation':{'recalibrationImages':4000}} | /evaluation/recalibrationImages | must be at most 3584
          {'supernet':{}}                                 | /supernet/artifact     | is missing; must be the SHA-256
          {'supernet':{'artifact':'ABC'}}                 | /supernet/artifact     | 64 lower-case hexadecimal digits
          """)
  void namesTheFieldAndWhatWouldBeRight(String specification, String pointer, String words) {
    List<Violation> violations = Specifications.violations(specification);

    assertThat(violations)
        .singleElement()
        .satisfies(violation -> assertThat(violation.pointer()).isEqualTo(pointer))
        .satisfies(violation -> assertThat(violation.detail()).contains(words));
  }

  @Test
  void reportsEverythingAtOnce() {
    List<Violation> violations =
        Specifications.violations(
            """
            {'seed': [], 'dataset': {'name': 'imagenet', 'validationImages': 0},
             'space': {'preset': 'tam-nano', 'blocks': ['shuffle9', 'xception'], 'scales': [5]},
             'training': {'steps': '100', 'attack': {'epsilon': 9}, 'foo': 1},
             'search': {'population': 1, 'objectives': 'parameters'},
             'evaluation': {'images': -1}}
            """);

    assertThat(violations)
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/seed",
            "/dataset/name",
            "/dataset/validationImages",
            "/space/blocks/0",
            "/space/scales/0",
            "/training/steps",
            "/training/attack/epsilon",
            "/training/foo",
            "/search/population",
            "/search/objectives",
            "/evaluation/images");
  }

  @Test
  void saysWhatTheSmallestNetworkHas() {
    Violation violation =
        Specifications.violations("{'search':{'constraints':{'maxParameters':100}}}").getFirst();
    String smallest = violation.detail().replaceAll(".*at least (\\d+),.*", "$1");

    assertThat(
            Specifications.read(
                    "{'search':{'constraints':{'maxParameters':%s}}}".formatted(smallest))
                .search()
                .constraints()
                .maxParameters())
        .hasValue(Long.parseLong(smallest));
    assertThat(
            Specifications.violations(
                "{'search':{'constraints':{'maxParameters':%d}}}"
                    .formatted(Long.parseLong(smallest) - 1)))
        .hasSize(1);
  }

  @Test
  void stopsCountingAtAHundred() {
    StringBuilder specification = new StringBuilder("{");
    for (int i = 0; i < 1000; i++) {
      specification.append("'unknown%d':1,".formatted(i));
    }
    InvalidSpecification invalid =
        catchThrowableOfType(
            InvalidSpecification.class,
            () -> Specifications.read(specification.append("'x':1}").toString()));

    assertThat(invalid.violations()).hasSize(100);
  }
}
