package io.tamnas.search.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.ReferencePoint;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VolumeStepsTest {

  private final SearchJobSpecification specification =
      SpecificationReader.read(
          SpecificationParser.parse(
              "{\"dataset\": {\"name\": \"shapes\"}}".getBytes(StandardCharsets.UTF_8)));
  private final Evolution evolution = new Evolution(specification);
  private final Map<String, Double> reference = ReferencePoint.of(specification, Optional.empty());

  private List<Born> measured(int count) {
    SplittableRandom random = new SplittableRandom(3);
    List<Born> born = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Genotype genotype = specification.space().draw(random);
      born.add(
          new Born(
              0,
              i,
              genotype,
              List.of(),
              NetworkCost.of(specification.space(), genotype),
              new Measurement(
                  i, 100, 50 + random.nextInt(50), random.nextInt(50), List.of(), "test"),
              null));
    }
    return born;
  }

  private void assertStep(Baseline.Step step, List<Born> first) {
    assertThat(step.measurements()).isEqualTo(first.size());
    assertThat(step.hypervolume())
        .isCloseTo(evolution.hypervolume(first, reference), withinPercentage(1e-9));
  }

  @Test
  void giveTheVolumeOfTheFirstOnesAfterEachMeasurement() {
    List<Born> measured = measured(30);

    List<Baseline.Step> steps = VolumeSteps.of(evolution, reference, measured);

    assertThat(steps).hasSize(30);
    for (int i = 0; i < 30; i++) {
      assertStep(steps.get(i), measured.subList(0, i + 1));
    }
  }

  @Test
  void areFewOfManyAndEndWithTheLast() {
    List<Born> measured = measured(250);

    List<Baseline.Step> steps = VolumeSteps.of(evolution, reference, measured);

    assertThat(steps).hasSize(100);
    assertThat(steps.getFirst().measurements()).isEqualTo(2);
    assertStep(steps.getLast(), measured);
  }

  @Test
  void tellExactlyWhenAVolumeIsPassed() {
    List<Born> measured = measured(250);
    List<Baseline.Step> steps = VolumeSteps.of(evolution, reference, measured);

    for (int count : new int[] {1, 6, 41, 130}) {
      double volume = evolution.hypervolume(measured.subList(0, count), reference) * (1 + 1e-9);
      int exact = count + 1;
      while (evolution.hypervolume(measured.subList(0, exact), reference) <= volume) {
        exact++;
      }
      assertThat(VolumeSteps.firstAbove(evolution, reference, measured, steps, volume))
          .hasValue(exact);
    }
    assertThat(
            VolumeSteps.firstAbove(
                evolution, reference, measured, steps, steps.getLast().hypervolume()))
        .isEmpty();
  }

  @Test
  void areNoneWhereNothingIsMeasured() {
    assertThat(VolumeSteps.of(evolution, reference, List.of())).isEmpty();
  }
}
