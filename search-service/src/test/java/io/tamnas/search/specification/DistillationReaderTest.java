package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.search.specification.TeacherSettings.Given;
import io.tamnas.search.specification.TeacherSettings.Trained;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class DistillationReaderTest {
  private static final String DIGEST = "ab".repeat(32);

  @Test
  void learnsFromLabelsWhereNothingIsSaid() {
    assertThat(Specifications.read("{'finalists':{'count':1}}").finalists().network())
        .extracting(NetworkSettings::distillation)
        .isEqualTo(Optional.empty());
  }

  @Test
  void trainsTheLargestSubnetAsFinalistsAreTrained() {
    SearchJobSpecification job = job("'training':{'steps':70,'batchSize':32},'distillation':{}");
    NetworkSettings network = job.finalists().network();
    DistillationSettings distillation = network.distillation().orElseThrow();
    Trained teacher = (Trained) distillation.teacher();

    assertThat(distillation.cleanWeight()).isEqualTo(1 / 6.0);
    assertThat(teacher.training()).isEqualTo(network.training());
    assertThat(teacher.selection()).isEqualTo(network.selection());
    assertThat(teacher.training().loss()).isEqualTo(new Loss.CrossEntropy(0));
    long parameters = NetworkCost.of(job.space(), new Genotype(teacher.genotype())).parameters();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < 200; i++) {
      assertThat(NetworkCost.of(job.space(), job.space().draw(random)).parameters())
          .isLessThanOrEqualTo(parameters);
    }
  }

  @Test
  void takesOverWhatTheTeachersTrainingDoesNotSay() {
    NetworkSettings network =
        job("'training':{'steps':70,'batchSize':32},'distillation':{'teacher':{"
                + "'genotype':[0,0,0,0,0,0,9,9,9,9,9,9],"
                + "'training':{'steps':140,'loss':{'kind':'trades'},'attack':{'steps':3}}}}")
            .finalists()
            .network();
    Trained teacher = (Trained) network.distillation().orElseThrow().teacher();

    assertThat(teacher.genotype()).containsExactly(0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9);
    assertThat(teacher.training().steps()).isEqualTo(140);
    assertThat(teacher.training().batchSize()).isEqualTo(32);
    assertThat(teacher.training().loss()).isInstanceOf(Loss.Trades.class);
    assertThat(((InnerAttack.Pgd) teacher.training().attack()).steps()).isEqualTo(3);
    assertThat(network.training().loss()).isEqualTo(new Loss.CrossEntropy(0));
  }

  @Test
  void readsBackWhatItWrites() {
    for (String distillation :
        new String[] {
          "{'teacher':{'training':{'loss':{'kind':'mart'}}},'cleanWeight':0.25}",
          "{'teacher':{'artifact':'" + DIGEST + "'}}"
        }) {
      SearchJobSpecification job = job("'training':{'steps':70},'distillation':" + distillation);

      SearchJobSpecification again = Specifications.read(job.canonicalJson());

      assertThat(again).isEqualTo(job);
      assertThat(again.digest()).isEqualTo(job.digest());
      assertThat(job.canonicalJson()).contains("\"distillation\":{\"teacher\":{");
    }
  }

  @Test
  void namesAnEarlierNetwork() {
    assertThat(
            job("'distillation':{'teacher':{'artifact':'" + DIGEST + "'}}")
                .finalists()
                .network()
                .distillation()
                .orElseThrow()
                .teacher())
        .isEqualTo(new Given(DIGEST));
  }

  @Test
  void saysEverythingThatIsWrong() {
    assertThat(
            Specifications.violations(
                "{'dataset':{'name':'shapes'},'finalists':{'count':1,"
                    + "'training':{'loss':{},'attack':{'method':'free'}},"
                    + "'distillation':{'temperature':2,'cleanWeight':2,"
                    + "'teacher':{'genotype':[99],'training':{'steps':0}}}}}"))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/finalists/training/loss",
            "/finalists/training/attack/method",
            "/finalists/distillation/temperature",
            "/finalists/distillation/cleanWeight",
            "/finalists/distillation/teacher/genotype",
            "/finalists/distillation/teacher/training/steps");
  }

  @Test
  void givesEitherAnArtifactOrATraining() {
    assertThat(
            Specifications.violations(
                "{'finalists':{'count':1,'distillation':{'teacher':"
                    + "{'artifact':'abc','genotype':'largest','training':{}}}}}"))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/finalists/distillation/teacher/artifact",
            "/finalists/distillation/teacher/genotype",
            "/finalists/distillation/teacher/training");
  }

  @Test
  void isOfNoUseWithoutFinalists() {
    assertThat(Specifications.violations("{'finalists':{'distillation':{}}}"))
        .extracting(Violation::pointer)
        .containsExactly("/finalists/distillation");
  }

  @Test
  void saysNothingOfATeacherInASpaceThatIsWrong() {
    assertThat(
            Specifications.violations(
                "{'space':{'scales':[]},'finalists':{'count':1,"
                    + "'distillation':{'teacher':{'genotype':'largest'}}}}"))
        .extracting(Violation::pointer)
        .containsExactly("/space/scales");
  }

  @Test
  void findsTheFirstOfEquallyLargeChoices() {
    SearchSpace space =
        SearchSpace.parse(
            "input=3x16x16 classes=10 stem=4/1 layers=8/1(shuffle3,shuffle3-nl@0.4,2.0,1.9)"
                + " head=16");

    assertThat(LargestSubnet.of(space).genes()).containsExactly(1, 1);
  }

  private static SearchJobSpecification job(String finalists) {
    return Specifications.read(
        "{'dataset':{'name':'shapes'},'finalists':{'count':1," + finalists + "}}");
  }
}
