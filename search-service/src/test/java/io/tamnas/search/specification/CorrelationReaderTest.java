package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.Split;
import org.junit.jupiter.api.Test;

class CorrelationReaderTest {

  @Test
  void trainsNothingByDefaultAndSaysNothingOfIt() {
    SearchJobSpecification job = Specifications.read("{'dataset':{'name':'shapes'}}");

    assertThat(job.correlation().subnets()).isZero();
    assertThat(job.canonicalJson()).doesNotContain("correlation");
  }

  @Test
  void trainsForAFewHundredSteps() {
    assertThat(
            Specifications.read("{'dataset':{'name':'cifar10'},'correlation':{'subnets':8}}")
                .correlation()
                .training()
                .steps())
        .isEqualTo(300);
    assertThat(
            Specifications.read("{'dataset':{'name':'shapes'},'correlation':{'subnets':8}}")
                .correlation()
                .training()
                .steps())
        .isEqualTo(150);
  }

  @Test
  void measuresLikeTheSearchAndNeverOnTestImages() {
    SearchJobSpecification job =
        Specifications.read(
            """
            {'dataset':{'name':'cifar10'},'correlation':{'subnets':8},
             'evaluation':{'images':77,'seed':5,'batchSize':11,'maskingImages':3,
               'attack':{'method':'apgd-ce','epsilon':'4/255'}}}
            """);
    CorrelationSettings correlation = job.correlation();

    assertThat(correlation.protocol().split()).isEqualTo(Split.VALIDATION);
    assertThat(correlation.protocol().attack()).isEqualTo(job.evaluation().attack());
    assertThat(correlation.protocol().images()).isEqualTo(77);
    assertThat(correlation.protocol().batchSize()).isEqualTo(11);
    assertThat(correlation.protocol().maskingImages()).isEqualTo(3);
    assertThat(correlation.protocol().seed()).isEqualTo(5);
    assertThat(correlation.training().attack().epsilon().text()).isEqualTo("4/255");
  }

  @Test
  void keepsTheLastStateWithoutChoosing() {
    CorrelationSettings correlation =
        Specifications.read("{'correlation':{'subnets':2,'training':{'steps':40}}}").correlation();

    assertThat(correlation.selection().interval()).isEqualTo(40);
    assertThat(correlation.selection().protocol().images()).isEqualTo(1);
    assertThat(correlation.selection().protocol().attack()).isInstanceOf(AttackSettings.Fgsm.class);
    assertThat(correlation.selection().protocol().split()).isEqualTo(Split.VALIDATION);
  }

  @Test
  void readsBackWhatItWrites() {
    SearchJobSpecification job =
        Specifications.read(
            """
            {'dataset':{'name':'shapes'},'correlation':{'subnets':12,
             'training':{'steps':50,'loss':{'kind':'trades'},'averaging':0.9}}}
            """);

    SearchJobSpecification again = Specifications.read(job.canonicalJson());

    assertThat(again.correlation()).isEqualTo(job.correlation());
    assertThat(again.digest()).isEqualTo(job.digest());
  }

  @Test
  void refusesWhatTellsNothing() {
    assertThat(Specifications.violations("{'correlation':{'training':{}}}"))
        .extracting(Violation::pointer)
        .containsExactly("/correlation/training");
    assertThat(Specifications.violations("{'correlation':{'subnets':1}}"))
        .extracting(Violation::detail)
        .containsExactly("must be 0 or at least 2: one subnet has no order");
    assertThat(
            Specifications.violations(
                "{'correlation':{'subnets':65,'start':1,'training':{'steps':0,'paths':{}}}}"))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/correlation/subnets",
            "/correlation/start",
            "/correlation/training/steps",
            "/correlation/training/paths");
  }
}
