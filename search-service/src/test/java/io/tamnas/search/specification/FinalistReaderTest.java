package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
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

    assertThat(finalists.starts()).containsExactly(FinalistStart.SCRATCH, FinalistStart.SUPERNET);
    assertThat(finalists.training().crafting()).isEqualTo(CraftingStatistics.RUNNING);
    assertThat(finalists.training().attack()).isInstanceOf(InnerAttack.Pgd.class);
    assertThat(finalists.training().scaleWarmup()).isZero();
    assertThat(finalists.selection().interval()).isEqualTo(200);
  }

  @Test
  void selectsOnValidationImagesAndValidatesOnTestImages() {
    FinalistSettings finalists =
        Specifications.read("{'dataset':{'name':'cifar10'},'finalists':{'count':2}}").finalists();

    assertThat(finalists.selection().protocol().split()).isEqualTo(Split.VALIDATION);
    assertThat(finalists.check().split()).isEqualTo(Split.VALIDATION);
    assertThat(finalists.validation().split()).isEqualTo(Split.TEST);
    assertThat(finalists.validation().attack()).isInstanceOf(AttackSettings.AutoAttack.class);
  }

  @Test
  void validatesByWhatIsDefinedWhereThereAreFewClasses() {
    FinalistSettings finalists =
        Specifications.read(
                "{'dataset':{'name':'folder','folder':{'classes':3}},'finalists':{'count':1}}")
            .finalists();

    assertThat(finalists.validation().attack()).isInstanceOf(AttackSettings.ApgdCe.class);
  }

  @Test
  void craftsOnTheBatchWhereTheAttackTrains() {
    assertThat(
            Specifications.read(
                    "{'finalists':{'count':1,'training':{'attack':{'method':'free'}}}}")
                .finalists()
                .training()
                .crafting())
        .isEqualTo(CraftingStatistics.BATCH);
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
}
