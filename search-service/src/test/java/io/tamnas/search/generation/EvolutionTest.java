package io.tamnas.search.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tamnas.search.latency.Latency;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvolutionTest {

  private final SearchJobSpecification specification = specification("");
  private final Evolution evolution = new Evolution(specification);

  private static SearchJobSpecification specification(String constraints) {
    return specification(constraints, "adversarialAccuracy", "parameters");
  }

  private static SearchJobSpecification specification(String constraints, String... objectives) {
    return SpecificationReader.read(
        SpecificationParser.parse(
            """
            {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
             "search": {"population": 12, "generations": 1,
                        "objectives": ["%s"],
                        "constraints": {%s}}}
            """
                .formatted(String.join("\", \"", objectives), constraints)
                .getBytes(StandardCharsets.UTF_8)));
  }

  private Born born(int position, Genotype genotype, int correct) {
    return new Born(
        0,
        position,
        genotype,
        List.of(),
        NetworkCost.of(specification.space(), genotype),
        new Measurement(position, 100, 100, correct, List.of(), "test"),
        new Latency(position, 1, 1_000_000L * (1 + position), Long.MAX_VALUE));
  }

  private List<Born> founders() {
    List<Born> born = new ArrayList<>();
    List<Offspring> founders = evolution.founders();
    for (int i = 0; i < founders.size(); i++) {
      born.add(born(i, founders.get(i).genotype(), 10 + 7 * i % 60));
    }
    return born;
  }

  @Test
  void drawsTheSameFoundersOfTheSameSeed() {
    assertThat(evolution.founders())
        .isEqualTo(new Evolution(specification).founders())
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  @Test
  void breedsChildrenThatDoNotDependOnTheOrderOfTheirParents() {
    List<Born> parents = founders();
    List<Born> reversed = new ArrayList<>(parents);
    Collections.reverse(reversed);

    List<Offspring> children = evolution.children(parents, 1);

    assertThat(evolution.children(reversed, 1)).isEqualTo(children).hasSize(12);
    assertThat(evolution.children(parents, 2)).isNotEqualTo(children);
    assertThat(children).allSatisfy(child -> assertThat(child.parents()).hasSize(2));
  }

  @Test
  void selectsAsManySurvivorsAsThePopulationHas() {
    List<Born> all = founders();
    all.addAll(founders());

    List<Ranked> survivors = evolution.survivors(all);

    assertThat(survivors).hasSize(12);
    assertThat(survivors).extracting(Ranked::rank).isSorted().startsWith(1);
  }

  @Test
  void leavesInfeasibleOnesOffTheFront() {
    Genotype smallest = genotype(0);
    Genotype largest = genotype(9);
    List<Born> two = List.of(born(0, smallest, 20), born(1, largest, 90));
    Evolution constrained = new Evolution(specification("\"maxParameters\": 20000"));

    assertThat(evolution.front(two)).hasSize(2);
    assertThat(constrained.front(two))
        .singleElement()
        .satisfies(one -> assertThat(one.born().genotype()).isEqualTo(smallest));
    assertThat(constrained.survivors(two)).hasSize(2);
  }

  @Test
  void measuresTheHypervolumeUpToNothingAtTheLargestSubnetsCost() {
    NetworkCost largest = LargestSubnet.cost(specification.space());
    Born one = born(0, genotype(0), 50);

    Map<String, Double> reference = ReferencePoint.of(specification, Optional.empty());
    assertThat(reference)
        .containsExactly(
            entry("adversarialAccuracy", 0.0), entry("parameters", (double) largest.parameters()));
    assertThat(evolution.hypervolume(List.of(one), reference))
        .isEqualTo(0.5 * (largest.parameters() - one.cost().parameters()));
  }

  @Test
  void leavesSlowOnesOffTheFront() {
    List<Born> two = List.of(born(0, genotype(9), 20), born(1, genotype(0), 90));
    Evolution constrained = new Evolution(specification("\"maxLatencyMillis\": 1.5"));

    assertThat(constrained.front(two))
        .singleElement()
        .satisfies(one -> assertThat(one.born().position()).isZero());
    assertThat(evolution.front(two)).extracting(one -> one.born().position()).containsExactly(1);
  }

  @Test
  void minimizesTheMedianLatency() {
    Evolution timed = new Evolution(specification("", "adversarialAccuracy", "latency"));
    List<Born> three =
        List.of(born(0, genotype(9), 20), born(1, genotype(5), 20), born(2, genotype(0), 90));

    assertThat(timed.front(three))
        .extracting(one -> one.born().position())
        .containsExactlyInAnyOrder(0, 2);
  }

  @Test
  void measuresTheHypervolumeUpToTwiceTheLatencyOfTheLargestSubnet() {
    SearchJobSpecification timed = specification("", "adversarialAccuracy", "latency");
    Map<String, Double> reference =
        ReferencePoint.of(timed, Optional.of(new Latency(1, 1, 4_000_000, 5_000_000)));

    assertThat(ReferencePoint.of(timed, Optional.empty()))
        .containsExactly(entry("adversarialAccuracy", 0.0));
    assertThat(reference).containsExactly(entry("adversarialAccuracy", 0.0), entry("latency", 8.0));
    assertThat(new Evolution(timed).hypervolume(List.of(born(2, genotype(0), 50)), reference))
        .isEqualTo(0.5 * (8 - 3));
  }

  @Test
  void takesTheSubnetWithTheMostMultiplyAddsForTheLargest() {
    SearchSpace space = specification.space();
    Genotype largest = LargestSubnet.genotype(space);

    assertThat(NetworkCost.of(space, largest).multiplyAdds())
        .isEqualTo(LargestSubnet.cost(space).multiplyAdds());
  }

  @Test
  void findsTheLargestSubnet() {
    SearchSpace space = specification.space();
    NetworkCost largest = LargestSubnet.cost(space);

    for (Offspring one : evolution.founders()) {
      NetworkCost cost = NetworkCost.of(space, one.genotype());
      assertThat(cost.parameters()).isLessThanOrEqualTo(largest.parameters());
      assertThat(cost.multiplyAdds()).isLessThanOrEqualTo(largest.multiplyAdds());
    }
  }

  private Genotype genotype(int scale) {
    int layers = specification.space().layers().size();
    List<Integer> genes = new ArrayList<>(Collections.nCopies(layers, 0));
    genes.addAll(Collections.nCopies(layers, scale));
    return new Genotype(genes);
  }
}
