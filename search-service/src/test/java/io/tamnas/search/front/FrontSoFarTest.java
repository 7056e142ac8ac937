package io.tamnas.search.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrontSoFarTest {

  private static final int GENERATIONS = 6;
  private static final int POPULATION = 40;

  private final SearchJobSpecification specification =
      SpecificationReader.read(
          SpecificationParser.parse(
              """
              {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
               "search": {"constraints": {"maxParameters": 30000}}}
              """
                  .getBytes(StandardCharsets.UTF_8)));
  private final Evolution evolution = new Evolution(specification);
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void growsGenerationByGenerationIntoTheFrontOfAll() {
    List<Born> all = new ArrayList<>();
    FrontSoFar front = FrontSoFar.NOTHING;
    for (int generation = 0; generation < GENERATIONS; generation++) {
      List<Born> born = generation(generation, all);
      all.addAll(born);

      front = front.with(born, evolution);

      assertThat(front.members()).isEqualTo(evolution.front(all)).isNotEmpty();
    }
  }

  @Test
  void namesEveryPlaceOfMeasuringOnce() {
    FrontSoFar front =
        FrontSoFar.NOTHING
            .with(List.of(born(0, 0, genotype(), "b"), born(0, 1, genotype(), "a")), evolution)
            .with(List.of(born(1, 0, genotype(), "b")), evolution);

    assertThat(front.environments()).containsExactly("a", "b");
  }

  /** Some carry a genotype that was born before. */
  private List<Born> generation(int number, List<Born> before) {
    List<Born> born = new ArrayList<>();
    for (int i = 0; i < POPULATION; i++) {
      boolean again = !before.isEmpty() && random.nextInt(4) == 0;
      born.add(
          again
              ? again(number, i, before.get(random.nextInt(before.size())))
              : born(number, i, genotype(), "test"));
    }
    return born;
  }

  private static Born again(int generation, int position, Born first) {
    return new Born(
        generation, position, first.genotype(), List.of(), first.cost(), first.measurement(), null);
  }

  private Born born(int generation, int position, Genotype genotype, String environment) {
    int clean = random.nextInt(30);
    return new Born(
        generation,
        position,
        genotype,
        List.of(),
        NetworkCost.of(specification.space(), genotype),
        new Measurement(1, 30, clean, random.nextInt(clean + 1), List.of(), environment),
        null);
  }

  private Genotype genotype() {
    return specification.space().draw(random);
  }
}
