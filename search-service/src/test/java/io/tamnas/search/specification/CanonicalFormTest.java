package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {
  /** What was changed for a digest that another test has seen. */
  private static final Map<String, String> DIGESTS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'dataset':{'name':'cifar10'}}",
        "{'dataset':{'name':'mnist','directory':'my/mnist'},'name':'Ünïcode \\\"☃\\\"'}",
        "{'dataset':{'name':'shapes','shapes':{'imageSize':32,'trainingImages':64}},'seed':-5}",
        "{'dataset':{'name':'folder','folder':{'imageSize':64,'channels':1,'classes':12}}}",
        "{'space':{'preset':'tam','width':'1/4','blocks':['shuffle3-nl','xception-se','shuffle7'],'scales':[0.2,1,2.0]}}",
        "{'space':{'stem':{'width':8,'stride':2},'layers':[{'width':16,'stride':2,'blocks':['xception']}],'headWidth':32}}",
        "{'training':{'attack':{'method':'pgd','epsilon':0.031,'steps':3},'optimizer':{'weightDecay':1e-5,'clipNorm':1000000}}}",
        "{'search':{'objectives':['parameters','multiplyAdds'],'constraints':{'maxParameters':9223372036854775807}}}",
        "{'search':{'population':400,'baseline':'random'}}",
        "{'correlation':{'subnets':64,'training':{'steps':9,'attack':{'method':'free'}}}}",
        "{'evaluation':{'attack':{'method':'fgsm','epsilon':' 4 / 255 '}}}",
        "{'training':{'loss':{'kind':'trades','beta':3.5,'labelSmoothing':0.1},'crafting':'frozen-statistics'}}",
        "{'training':{'loss':{'kind':'alp'},'weightPerturbation':0.005,'averaging':0.999}}",
        "{'training':{'loss':{'kind':'mart'},'attack':{'guardInterval':100},'augmentation':{'cutout':8}}}",
        "{'training':{'attack':{'method':'free','replays':8}}}",
        "{'training':{'attack':{'method':'yopo','epsilon':'4/255','inner':2}}}",
        "{'training':{'paths':{'policy':'parameter-bins','perStep':4,'perBatch':2,'source':'mean','sources':3}}}",
        "{'training':{'paths':{'policy':'sandwich','perBatch':3,'source':'random-other'}}}",
        "{'training':{'paths':{'source':'largest'},'optimizer':{'schedule':'step','warmup':0}}}",
        "{'training':{'paths':{'source':'smallest'},'optimizer':{'method':'adamw','schedule':'one-cycle'}}}",
        "{'evaluation':{'attack':{'method':'mi-fgsm','decay':0.5},'maskingImages':0}}",
        "{'evaluation':{'attack':{'method':'cw','restarts':2},'maskingImages':64}}",
        "{'evaluation':{'attack':{'method':'square','queries':100}}}",
        "{'evaluation':{'attack':{'method':'autoattack','epsilon':0.03}}}",
        "{'evaluation':{'attack':{'method':'sequence','epsilon':'4/255','attacks':[{'method':'apgd-ce'},{'method':'apgd-t','targets':3,'epsilon':'4/255'},{'method':'fab-t'},{'method':'pgd'}]}}}",
        "{'supernet':{'artifact':'00000000000000000000000000000000000000000000000000000000000000ff'}}"
      })
  void readsBackAsAnEqualSpecification(String written) {
    SearchJobSpecification specification = Specifications.read(written);

    SearchJobSpecification again =
        SpecificationReader.read(
            SpecificationParser.parse(specification.canonicalJson().getBytes(UTF_8)));

    assertThat(again).isEqualTo(specification);
    assertThat(again.canonicalJson()).isEqualTo(specification.canonicalJson());
    assertThat(again.digest()).isEqualTo(specification.digest());
  }

  @Test
  void doesNotDependOnHowItWasWritten() {
    assertThat(Specifications.read("{'seed':1,'search':{'generations':3,'population':8}}").digest())
        .isEqualTo(
            Specifications.read("{ 'search' : {'population':8, 'generations':3} }").digest());
  }

  @Test
  void leavesTheNameOutOfTheDigest() {
    SearchJobSpecification one = Specifications.read("{'name':'one'}");
    SearchJobSpecification other = Specifications.read("{'name':'other'}");

    assertThat(one.digest()).matches("[0-9a-f]{64}").isEqualTo(other.digest());
    assertThat(one.canonicalJson()).isNotEqualTo(other.canonicalJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'seed':2}",
        "{'dataset':{'name':'cifar10','splitSeed':2}}",
        "{'space':{'scales':[1,2]}}",
        "{'training':{'steps':5}}",
        "{'search':{'mutationProbability':0.5}}",
        "{'search':{'baseline':'none'}}",
        "{'correlation':{'subnets':2}}",
        "{'correlation':{'subnets':2,'training':{'steps':9}}}",
        "{'evaluation':{'seed':7}}",
        "{'evaluation':{'maskingImages':31}}",
        "{'evaluation':{'attack':{'method':'fgsm'}}}",
        "{'evaluation':{'attack':{'method':'mi-fgsm'}}}",
        "{'evaluation':{'attack':{'method':'mi-fgsm','decay':0.9}}}",
        "{'evaluation':{'attack':{'method':'cw'}}}",
        "{'evaluation':{'attack':{'method':'apgd-ce'}}}",
        "{'evaluation':{'attack':{'method':'apgd-ce','steps':50}}}",
        "{'evaluation':{'attack':{'method':'apgd-t'}}}",
        "{'evaluation':{'attack':{'method':'apgd-t','targets':3}}}",
        "{'evaluation':{'attack':{'method':'fab-t'}}}",
        "{'evaluation':{'attack':{'method':'fab-t','restarts':2}}}",
        "{'evaluation':{'attack':{'method':'square'}}}",
        "{'evaluation':{'attack':{'method':'square','queries':1000}}}",
        "{'evaluation':{'attack':{'method':'autoattack'}}}",
        "{'evaluation':{'attack':{'method':'sequence','attacks':[{'method':'apgd-ce'},{'method':'apgd-t'}]}}}",
        "{'evaluation':{'attack':{'method':'sequence','attacks':[{'method':'apgd-t'},{'method':'apgd-ce'}]}}}",
        "{'training':{'loss':{'labelSmoothing':0.1}}}",
        "{'training':{'loss':{'kind':'trades'}}}",
        "{'training':{'loss':{'kind':'trades','beta':1}}}",
        "{'training':{'loss':{'kind':'alp'}}}",
        "{'training':{'loss':{'kind':'alp','lambda':1}}}",
        "{'training':{'loss':{'kind':'mart'}}}",
        "{'training':{'loss':{'kind':'mart','beta':6}}}",
        "{'training':{'attack':{'guardInterval':100}}}",
        "{'training':{'attack':{'method':'free'}}}",
        "{'training':{'attack':{'method':'free','replays':5}}}",
        "{'training':{'attack':{'method':'yopo'}}}",
        "{'training':{'attack':{'method':'yopo','outer':4}}}",
        "{'training':{'attack':{'method':'yopo','inner':4}}}",
        "{'training':{'crafting':'frozen-statistics'}}",
        "{'training':{'paths':{'policy':'parameter-bins'}}}",
        "{'training':{'paths':{'policy':'parameter-bins','bins':5}}}",
        "{'training':{'paths':{'policy':'sandwich'}}}",
        "{'training':{'paths':{'perStep':2}}}",
        "{'training':{'paths':{'perStep':2,'perBatch':2}}}",
        "{'training':{'paths':{'source':'largest'}}}",
        "{'training':{'paths':{'source':'smallest'}}}",
        "{'training':{'paths':{'source':'random-other'}}}",
        "{'training':{'paths':{'source':'mean'}}}",
        "{'training':{'paths':{'source':'mean','sources':3}}}",
        "{'training':{'optimizer':{'method':'adamw'}}}",
        "{'training':{'optimizer':{'method':'adamw','beta1':0.8}}}",
        "{'training':{'optimizer':{'method':'adamw','beta2':0.99}}}",
        "{'training':{'optimizer':{'method':'adamw','epsilon':0.001}}}",
        "{'training':{'optimizer':{'schedule':'step'}}}",
        "{'training':{'optimizer':{'schedule':'one-cycle'}}}",
        "{'training':{'weightPerturbation':0.01}}",
        "{'training':{'averaging':0.99}}",
        "{'training':{'augmentation':{'cutout':8}}}"
      })
  void givesEverySettingADigestOfItsOwn(String changed) {
    assertThat(DIGESTS.put(Specifications.read(changed).digest(), changed))
        .as("the same digest as of " + changed)
        .isIn(null, changed);
    assertThat(Specifications.read(changed).digest())
        .isNotEqualTo(Specifications.read("{'seed':1}").digest());
  }

  @Test
  void writesEverySettingInFixedOrder() {
    assertThat(
            Specifications.read(
                    """
                    {'dataset':{'name':'shapes'},
                     'space':{'stem':{'width':8,'stride':1},'headWidth':32,
                       'layers':[{'width':16,'stride':1,'blocks':['shuffle3'],'scales':[0.2,2]}]}}
                    """)
                .canonicalJson())
        .isEqualTo(
            """
            {"name":"shapes","seed":1,"dataset":{"name":"shapes","validationImages":512,"splitSeed":1,\
            "shapes":{"imageSize":16,"trainingImages":4096,"testImages":1024,"seed":1}},\
            "space":{"stem":{"width":8,"stride":1},"layers":[{"width":16,"stride":1,\
            "blocks":["shuffle3"],"scales":[0.2,2.0]}],"headWidth":32},\
            "training":{"steps":800,"batchSize":64,\
            "loss":{"kind":"adversarial-cross-entropy","labelSmoothing":0},\
            "attack":{"method":"fgsm-random-start","epsilon":"8/255","stepSize":"10/255",\
            "guardInterval":0},"crafting":"batch-statistics","epsilonWarmup":0.7,"scaleWarmup":0.3,\
            "paths":{"policy":"uniform","perStep":1,"perBatch":1,"source":"own"},\
            "optimizer":{"method":"sgd","learningRate":0.1,"momentum":0.9,"weightDecay":0.0005,\
            "schedule":"cosine","warmup":0.05,"clipNorm":5},"weightPerturbation":0,"averaging":0,\
            "augmentation":{"crop":1,"mirror":"random","cutout":0}},\
            "search":{"population":12,"generations":5,"objectives":["adversarialAccuracy",\
            "cleanAccuracy","parameters"],"constraints":{},"crossover":{"kind":"uniform",\
            "probability":0.9},"mutationProbability":0.5,"baseline":"random"},\
            "evaluation":{"attack":{"method":"pgd","epsilon":"8/255","stepSize":"2/255","steps":10,\
            "restarts":1,"start":"random"},"images":256,"batchSize":256,"recalibrationImages":1024,\
            "recalibrationBatch":128,"maskingImages":32,"seed":1}}""");
  }
}
