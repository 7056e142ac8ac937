package io.tamnas.search.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RandomSampleTest {

  private static final SearchSpace LARGE = space("\"preset\": \"tam-nano\"");

  /** Two blocks at each of four scales. */
  private static final SearchSpace SMALL =
      space(
          """
          "stem": {"width": 8}, "headWidth": 32, "layers": [{"width": 16, "stride": 1,
            "blocks": ["shuffle3", "xception"], "scales": [0.2, 0.6, 1.0, 2.0]}]
          """);

  private static boolean isAny(NetworkCost cost) {
    return cost.parameters() > 0;
  }

  private static SearchSpace space(String members) {
    SearchJobSpecification job =
        SpecificationReader.read(
            SpecificationParser.parse(
                "{\"dataset\": {\"name\": \"shapes\"}, \"space\": {%s}}"
                    .formatted(members)
                    .getBytes(StandardCharsets.UTF_8)));
    return job.space();
  }

  @Test
  void beginsALongerSampleWithTheShorterOne() {
    assertThat(drawn(LARGE, RandomSampleTest::isAny, 7, 60).subList(0, 20))
        .isEqualTo(drawn(LARGE, RandomSampleTest::isAny, 7, 20))
        .isNotEqualTo(drawn(LARGE, RandomSampleTest::isAny, 8, 20));
    assertThat(drawn(SMALL, RandomSampleTest::isAny, 7, 6).subList(0, 3))
        .isEqualTo(drawn(SMALL, RandomSampleTest::isAny, 7, 3));
  }

  @Test
  void drawsDistinctFeasibleGenotypes() {
    Predicate<NetworkCost> tiny = cost -> cost.parameters() <= 12_000;

    List<Genotype> drawn = drawn(LARGE, tiny, 1, 100);

    assertThat(drawn)
        .hasSize(100)
        .doesNotHaveDuplicates()
        .allMatch(genotype -> tiny.test(NetworkCost.of(LARGE, genotype)));
  }

  @Test
  void takesWhatThereIsWhereTheSpaceHasNoMore() {
    long least = NetworkCost.of(SMALL, new Genotype(List.of(0, 0))).parameters();

    assertThat(drawn(SMALL, RandomSampleTest::isAny, 1, 100)).hasSize(8).doesNotHaveDuplicates();
    assertThat(drawn(SMALL, cost -> cost.parameters() <= least, 1, 100))
        .containsExactly(new Genotype(List.of(0, 0)));
  }

  @Test
  void endsWhereNothingIsFeasible() {
    assertThat(RandomSample.of(LARGE, cost -> false, 1, 5))
        .isEqualTo(new Draw(List.of(), 5, RandomSample.MISSES));
    assertThat(RandomSample.of(SMALL, cost -> false, 1, 5)).isEqualTo(new Draw(List.of(), 5, 0));
  }

  @Test
  void endsAfterAsManyDrawsInVainAsAreAllowed() {
    Draw draw = RandomSample.of(LARGE, eachOf(400), 1, 10, 1000);

    assertThat(draw.genotypes()).hasSize(2);
    assertThat(draw.wanted()).isEqualTo(10);
    assertThat(draw.draws()).as("the third would have been the 1200th").isEqualTo(1002);
    assertThat(RandomSample.of(LARGE, eachOf(400), 1, 2, 1000))
        .as("as many as are wanted are there before that")
        .isEqualTo(new Draw(draw.genotypes(), 2, 800));
    assertThat(RandomSample.of(LARGE, eachOf(400), 1, 10, 1200).genotypes())
        .hasSize(3)
        .startsWith(draw.genotypes().toArray(Genotype[]::new));
  }

  @Test
  void tellsOfASmallSpaceThatItHasNoMore() {
    Draw draw = RandomSample.of(SMALL, RandomSampleTest::isAny, 1, 100);

    assertThat(draw.draws()).isEqualTo(8);
    assertThat(draw.wanted()).isEqualTo(100);
  }

  @Test
  void cannotComeFromFewerDraws() {
    List<Genotype> two = drawn(SMALL, RandomSampleTest::isAny, 1, 2);

    assertThatThrownBy(() -> new Draw(two, 2, 1))
        .hasMessageContaining("2 of 2 genotypes cannot come from 1 draws");
    assertThatThrownBy(() -> new Draw(two, 1, 2)).hasMessageContaining("2 of 1");
  }

  /** As if so few genotypes were feasible. */
  private static Predicate<NetworkCost> eachOf(int draws) {
    AtomicInteger asked = new AtomicInteger();
    return cost -> asked.incrementAndGet() % draws == 0;
  }

  private static List<Genotype> drawn(
      SearchSpace space, Predicate<NetworkCost> feasible, long seed, int wanted) {
    return RandomSample.of(space, feasible, seed, wanted).genotypes();
  }

  @Test
  void drawsEachGenotypeOfASmallSpaceEquallyOftenAtEachPlace() {
    Map<Genotype, Integer> first = new TreeMap<>();
    Map<Genotype, Integer> third = new TreeMap<>();
    for (int seed = 0; seed < 8000; seed++) {
      List<Genotype> drawn = drawn(SMALL, RandomSampleTest::isAny, seed, 3);
      first.merge(drawn.getFirst(), 1, Integer::sum);
      third.merge(drawn.getLast(), 1, Integer::sum);
    }

    assertThat(first).hasSize(8);
    assertThat(first.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    assertThat(third.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }
}
