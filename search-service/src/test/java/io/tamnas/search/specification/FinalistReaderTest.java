package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import org.junit.jupiter.api.Test;

class FinalistReaderTest {

  @Test
  void makesNoneByDefaultAndSaysNothingOfThem() {
    SearchJobSpecification job = Specifications.read("{'dataset':{'name':'shapes'}}");

    assertThat(job.finalists().count()).isZero();
    assertThat(job.canonicalJson()).doesNotContain("finalists");
  }

  @Test
  void trainsFromEitherStartUnderTheStatisticsThatTheyAreMeasuredWith() {
    FinalistSettings finalists =
        Specifications.read("{'dataset':{'name':'cifar10'},'finalists':{'count':2}}").finalists();
    NetworkSettings network = finalists.network();

    assertThat(finalists.starts()).containsExactly(FinalistStart.SCRATCH, FinalistStart.SUPERNET);
    assertThat(network.training().crafting()).isEqualTo(CraftingStatistics.RUNNING);
    assertThat(network.training().attack()).isInstanceOf(InnerAttack.Pgd.class);
    assertThat(network.training().scaleWarmup()).isZero();
    assertThat(network.selection().interval()).isEqualTo(200);
  }

  @Test
  void selectsOnValidationImagesAndValidatesOnTestImages() {
    NetworkSettings network =
        Specifications.read("{'dataset':{'name':'cifar10'},'finalists':{'count':2}}")
            .finalists()
            .network();

    assertThat(network.selection().protocol().split()).isEqualTo(Split.VALIDATION);
    assertThat(network.check().split()).isEqualTo(Split.VALIDATION);
    assertThat(network.validation().split()).isEqualTo(Split.TEST);
    assertThat(network.validation().attack()).isInstanceOf(AttackSettings.AutoAttack.class);
  }

  @Test
  void validatesByWhatIsDefinedWhereThereAreFewClasses() {
    NetworkSettings network =
        Specifications.read(
                "{'dataset':{'name':'folder','folder':{'classes':3}},'finalists':{'count':1}}")
            .finalists()
            .network();

    assertThat(network.validation().attack()).isInstanceOf(AttackSettings.ApgdCe.class);
  }

  @Test
  void craftsOnTheBatchWhereTheAttackTrains() {
    assertThat(
            Specifications.read("{'finalists':{'count':1,'training':{'attack':{'method':'free'}}}}")
                .finalists()
                .network()
                .training()
                .crafting())
        .isEqualTo(CraftingStatistics.BATCH);
  }

  @Test
  void craftsShapesInFewStepsThatReachFarther() {
    assertThat(craftedBy("{'dataset':{'name':'shapes'},'finalists':{'count':1}}"))
        .isEqualTo(new InnerAttack.Pgd(new Budget("8/255"), new Budget("6/255"), 2));
    assertThat(craftedBy("{'finalists':{'count':1}}"))
        .isEqualTo(new InnerAttack.Pgd(new Budget("8/255"), new Budget("2/255"), 7));
    assertThat(craftedBy("{'finalists':{'count':1,'training':{'attack':{'steps':3}}}}"))
        .isEqualTo(new InnerAttack.Pgd(new Budget("8/255"), new Budget("4/255"), 3));
    assertThat(Specifications.read("{'training':{'attack':{'method':'pgd','steps':2}}}").training())
        .extracting(training -> training.attack().stepSize())
        .isEqualTo(new Budget("2/255"));
  }

  private static InnerAttack craftedBy(String specification) {
    return Specifications.read(specification).finalists().network().training().attack();
  }

  @Test
  void readsBackWhatItWrites() {
    SearchJobSpecification job =
        Specifications.read(
            """
            {'dataset':{'name':'shapes'},'finalists':{'count':3,'starts':['supernet'],
             'training':{'steps':50,'loss':{'kind':'trades'},'averaging':0.9},
             'selection':{'interval':7,'images':64},
             'validation':{'attack':{'method':'apgd-ce'},'images':32}}}
            """);

    SearchJobSpecification again = Specifications.read(job.canonicalJson());

    assertThat(again.finalists()).isEqualTo(job.finalists());
    assertThat(again.digest()).isEqualTo(job.digest());
  }

  @Test
  void staysWithinTheEpsilonOfTheSearch() {
    NetworkSettings network =
        Specifications.read(
                """
                {'dataset':{'name':'cifar10'},'finalists':{'count':1},
                 'evaluation':{'attack':{'epsilon':'4/255'}}}
                """)
            .finalists()
            .network();

    assertThat(network.training().attack().epsilon().text()).isEqualTo("4/255");
    assertThat(network.selection().protocol().attack().epsilon().text()).isEqualTo("4/255");
    assertThat(network.validation().attack().epsilon().text()).isEqualTo("4/255");
    assertThat(network.check().attack().epsilon().text()).isEqualTo("4/255");
  }

  @Test
  void refusesSettingsOfFinalistsThatNobodyAsksFor() {
    assertThat(Specifications.violations("{'finalists':{'starts':['scratch'],'training':{}}}"))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder("/finalists/starts", "/finalists/training");
  }
}
