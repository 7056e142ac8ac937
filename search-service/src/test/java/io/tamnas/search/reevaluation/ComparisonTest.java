package io.tamnas.search.reevaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.latency.Latency;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Genotype SMALL = new Genotype(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  private static final Genotype MIDDLE = new Genotype(List.of(0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3));
  private static final Genotype LARGE = new Genotype(List.of(0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9));

  @Test
  void leavesWhoIsBeatenInEverythingUnderTheNewProtocol() {
    Comparison comparison =
        new Comparison(
            List.of(
                new Comparison.Pair(LARGE, counts(200, 150), counts(200, 40)),
                new Comparison.Pair(MIDDLE, counts(180, 120), counts(180, 30)),
                new Comparison.Pair(SMALL, counts(150, 100), counts(181, 31))));

    assertThat(comparison.nondominated(job(""))).containsExactlyInAnyOrder(LARGE, SMALL);
  }

  @Test
  void leavesOutWhoBreaksAConstraint() {
    Comparison comparison =
        new Comparison(
            List.of(
                new Comparison.Pair(LARGE, null, counts(200, 40)),
                new Comparison.Pair(SMALL, null, counts(150, 30))));

    assertThat(comparison.nondominated(job(",'search':{'constraints':{'maxParameters':9000}}")))
        .containsExactly(SMALL);
  }

  @Test
  void ranksByTheLatenciesOfTheSearchAndLeavesOutWhoHasNone() {
    Comparison comparison =
        new Comparison(
            List.of(
                new Comparison.Pair(LARGE, null, counts(200, 40), latency(3)),
                new Comparison.Pair(MIDDLE, null, counts(180, 35), latency(4)),
                new Comparison.Pair(SMALL, null, counts(220, 80))));

    assertThat(
            comparison.nondominated(
                job(",'search':{'objectives':['adversarialAccuracy','latency']}")))
        .containsExactly(LARGE);
  }

  @Test
  void tellsHowFarTheOrderHasChanged() {
    Comparison comparison =
        new Comparison(
            List.of(
                new Comparison.Pair(LARGE, counts(200, 150), counts(200, 40)),
                new Comparison.Pair(MIDDLE, counts(180, 120), counts(180, 50)),
                new Comparison.Pair(SMALL, counts(150, 100), counts(150, 30))));

    RankCorrelation order = comparison.order().orElseThrow();

    assertThat(order.pairs()).isEqualTo(3);
    assertThat(Objects.requireNonNull(order.kendall()).value()).isEqualTo(1 / 3.0);
    assertThat(Objects.requireNonNull(order.spearman()).value()).isEqualTo(0.5);
  }

  @Test
  void comparesTheOrderOfThoseThatBothMeasured() {
    Comparison.Pair fresh = new Comparison.Pair(LARGE, null, counts(200, 40));
    Comparison.Pair known = new Comparison.Pair(SMALL, counts(150, 100), counts(150, 30));
    Comparison.Pair other = new Comparison.Pair(MIDDLE, counts(150, 90), counts(150, 20));

    assertThat(new Comparison(List.of(fresh, known)).order()).isEmpty();
    assertThat(new Comparison(List.of(fresh, known, other)).order().map(RankCorrelation::pairs))
        .isEqualTo(Optional.of(2));
  }

  @Test
  void findsNothingAmongNothing() {
    Comparison comparison = new Comparison(List.of());

    assertThat(comparison.nondominated(job(""))).isEmpty();
    assertThat(comparison.order()).isEmpty();
  }

  private static Latency latency(int millis) {
    long nanos = 1_000_000L * millis;
    return new Latency(1, nanos, nanos, nanos);
  }

  private static Measurement counts(int clean, int robust) {
    return new Measurement(1, 256, clean, robust, List.of(), "test");
  }

  private static SearchJobSpecification job(String more) {
    String text = "{'dataset':{'name':'shapes'},'space':{'preset':'tam-nano'}" + more + "}";
    return SpecificationReader.read(
        SpecificationParser.parse(text.replace('\'', '"').getBytes(UTF_8)));
  }
}
