package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

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
        "{'evaluation':{'attack':{'method':'fgsm','epsilon':' 4 / 255 '}}}",
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
        "{'evaluation':{'seed':7}}"
      })
  void givesEverySettingADigestOfItsOwn(String changed) {
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
            "training":{"steps":800,"batchSize":64,"attack":{"method":"fgsm-random-start",\
            "epsilon":"8/255","stepSize":"10/255"},"epsilonWarmup":0.7,"scaleWarmup":0.3,\
            "optimizer":{"learningRate":0.1,"momentum":0.9,"weightDecay":0.0005,"warmup":0.05,\
            "clipNorm":5},"augmentation":{"crop":1,"mirror":"random"}},\
            "search":{"population":12,"generations":5,"objectives":["adversarialAccuracy",\
            "cleanAccuracy","parameters"],"constraints":{},"crossover":{"kind":"uniform",\
            "probability":0.9},"mutationProbability":0.5},\
            "evaluation":{"attack":{"method":"pgd","epsilon":"8/255","stepSize":"2/255","steps":10,\
            "restarts":1,"start":"random"},"images":256,"batchSize":128,"recalibrationImages":1024,\
            "recalibrationBatch":128,"seed":1}}""");
  }
}
