package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.nets.training.Paths.Policy;
import io.tamnas.nets.training.Paths.Source;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathDrawTest {
  private static final SearchSpace SPACE = TinySpaces.everything();
  private static final Policy UNIFORM = new Policy.Uniform();

  @Test
  void countsParametersAsTheNetworkCostDoes() {
    ParameterCounts counts = new ParameterCounts(SPACE);

    assertThat(allPaths()).allSatisfy(path -> assertThat(counts.of(path)).isEqualTo(cost(path)));
  }

  @Test
  void makesASandwichOfTheLargestTheSmallestAndDrawnPaths() {
    PathDraw draw = draw(new Paths(new Policy.Sandwich(), 4, 4, new Source.Own()));
    PathDraw.Group group = draw.at(3).getFirst();

    assertThat(group.trained()).hasSize(4);
    assertThat(cost(group.trained().get(0))).isEqualTo(largest());
    assertThat(cost(group.trained().get(1))).isEqualTo(smallest());
    assertThat(draw.at(4).getFirst().trained().subList(2, 4))
        .isNotEqualTo(group.trained().subList(2, 4));
  }

  @Test
  void drawsEachRangeOfParameterCountsEquallyOften() {
    PathDraw draw = draw(new Paths(new Policy.ParameterBins(4), 1, 1, new Source.Own()));
    double width = (largest() + 1.0 - smallest()) / 4;
    int[] drawn = new int[4];
    for (int step = 0; step < 800; step++) {
      Genotype path = draw.at(step).getFirst().trained().getFirst();
      drawn[(int) ((cost(path) - smallest()) / width)]++;
    }

    assertThat(IntStream.of(drawn)).allMatch(count -> count > 150 && count < 250);
  }

  @Test
  void walksIntoARangeThatUniformPathsHardlyHit() {
    OpenChoices choices = new OpenChoices(SPACE, new Warmup(0));
    ParameterRange top = new ParameterRange(largest(), largest() + 1);

    Genotype path = top.draw(choices, 0, SplitMix.of(1, "test"));

    assertThat(cost(path)).isEqualTo(largest());
  }

  @Test
  void sharesABatchBetweenThePathsOfAGroup() {
    PathDraw draw = draw(new Paths(UNIFORM, 5, 2, new Source.Own()));
    List<PathDraw.Group> groups = draw.at(7);

    assertThat(groups).extracting(group -> group.trained().size()).containsExactly(2, 2, 1);
    assertThat(groups)
        .allSatisfy(
            group -> assertThat(group.sources()).containsExactly(group.trained().getFirst()));
  }

  @Test
  void trainsTheSameFirstPathHoweverManyFollow() {
    assertThat(draw(new Paths(UNIFORM, 3, 1, new Source.Own())).at(7).getFirst())
        .isEqualTo(draw(Paths.single()).at(7).getFirst());
  }

  @Test
  void craftsAgainstTheChosenSource() {
    assertThat(cost(source(new Source.Largest()).getFirst())).isEqualTo(largest());
    assertThat(cost(source(new Source.Smallest()).getFirst())).isEqualTo(smallest());
    assertThat(source(new Source.Mean(3))).hasSize(3);
  }

  static Stream<Integer> steps() {
    return IntStream.range(0, 20).boxed();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void craftsAgainstAnotherThanTheTrained(int step) {
    PathDraw.Group group =
        new PathDraw(TinySpaces.plain(), new Warmup(0), random(), 1).at(step).getFirst();

    assertThat(group.sources()).hasSize(1).doesNotContainAnyElementsOf(group.trained());
  }

  @Test
  void keepsToTheWidestScalesWhileTheyWarmUp() {
    PathDraw draw =
        new PathDraw(
            SPACE,
            new Warmup(100),
            new Paths(new Policy.Sandwich(), 3, 3, new Source.Smallest()),
            1);
    int layers = SPACE.layers().size();

    assertThat(draw.at(50))
        .allSatisfy(
            group ->
                assertThat(Stream.concat(group.trained().stream(), group.sources().stream()))
                    .allMatch(
                        path -> path.genes().subList(layers, 2 * layers).equals(List.of(1, 1))));
  }

  private static Paths random() {
    return new Paths(UNIFORM, 2, 2, new Source.RandomOther());
  }

  private static List<Genotype> source(Source source) {
    return draw(new Paths(UNIFORM, 1, 1, source)).at(5).getFirst().sources();
  }

  private static PathDraw draw(Paths paths) {
    return new PathDraw(SPACE, new Warmup(0), paths, 1);
  }

  private static long largest() {
    return allPaths().mapToLong(PathDrawTest::cost).max().orElseThrow();
  }

  private static long smallest() {
    return allPaths().mapToLong(PathDrawTest::cost).min().orElseThrow();
  }

  private static long cost(Genotype path) {
    return NetworkCost.of(SPACE, path).parameters();
  }

  private static Stream<Genotype> allPaths() {
    List<Integer> sizes = SPACE.geneSizes();
    Stream<List<Integer>> genes = Stream.of(List.of());
    for (int size : sizes) {
      genes =
          genes.flatMap(
              head ->
                  IntStream.range(0, size)
                      .mapToObj(gene -> Stream.concat(head.stream(), Stream.of(gene)).toList()));
    }
    return genes.map(Genotype::new);
  }
}
