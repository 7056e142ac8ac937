package io.tamnas.search.report;

import static io.tamnas.search.finalist.MadeUpFinalists.AUTOATTACK;
import static io.tamnas.search.finalist.MadeUpFinalists.FGSM;
import static io.tamnas.search.finalist.MadeUpFinalists.finalist;
import static io.tamnas.search.finalist.MadeUpFinalists.measured;
import static io.tamnas.search.finalist.MadeUpFinalists.network;
import static io.tamnas.search.finalist.MadeUpFinalists.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.finalist.FinalistView;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementsTest {

  private static FinalistView.Network plain() {
    return network(measured("PGD-10"), measured(AUTOATTACK), "a machine");
  }

  @Test
  void compareOnlyWhatSharesItsSettings() {
    List<Report.Agreement> agreements =
        Agreements.of(
            List.of(
                finalist(1, AUTOATTACK, null, plain()),
                finalist(2, AUTOATTACK, teacher(0.1), plain()),
                finalist(3, AUTOATTACK, null, plain()),
                finalist(4, FGSM, null, plain()),
                finalist(5, AUTOATTACK, teacher(0.1), plain()),
                finalist(6, AUTOATTACK, teacher(0.9), plain())));

    assertThat(agreements)
        .extracting(Report.Agreement::finalists)
        .containsExactly(List.of(1, 3), List.of(2, 5));
    assertThat(agreements).allSatisfy(one -> assertThat(one.correlation().pairs()).isEqualTo(2));
  }

  @Test
  void takesTwoToHaveAnOrder() {
    assertThat(Agreements.of(List.of(finalist(1, AUTOATTACK, null, plain())))).isEmpty();
  }
}
