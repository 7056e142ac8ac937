package io.tamnas.search.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.generation.Born;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeChoiceTest {

  private static Born born(int gene, int adversarialCorrect) {
    return new Born(
        0,
        0,
        genotype(gene),
        List.of(),
        new NetworkCost(1, 1),
        new Measurement(gene, 100, 100, adversarialCorrect, List.of(), "test"),
        null);
  }

  private static Genotype genotype(int gene) {
    return new Genotype(List.of(gene));
  }

  private static List<Genotype> genotypes(int... genes) {
    List<Genotype> all = new ArrayList<>();
    for (int gene : genes) {
      all.add(genotype(gene));
    }
    return all;
  }

  @Test
  void spreadsFromTheLowestToTheHighestEstimate() {
    List<Born> measured = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      measured.add(born(i, 50 - i));
    }

    assertThat(ProbeChoice.of(measured, 3)).isEqualTo(genotypes(10, 5, 0));
    assertThat(ProbeChoice.of(measured, 2)).isEqualTo(genotypes(10, 0));
    assertThat(ProbeChoice.of(measured, 10)).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void ordersEqualEstimatesByGenotypeInWhateverOrderTheyCome() {
    List<Born> measured =
        new ArrayList<>(List.of(born(4, 7), born(1, 7), born(3, 7), born(2, 7), born(0, 9)));
    List<Genotype> chosen = ProbeChoice.of(measured, 3);
    Collections.reverse(measured);

    assertThat(chosen).isEqualTo(genotypes(1, 3, 0)).isEqualTo(ProbeChoice.of(measured, 3));
  }

  @Test
  void takesAllWhereThereAreNoMore() {
    List<Born> measured = List.of(born(0, 9), born(1, 3));

    assertThat(ProbeChoice.of(measured, 2)).isEqualTo(genotypes(1, 0));
    assertThat(ProbeChoice.of(measured, 8)).isEqualTo(genotypes(1, 0));
    assertThat(ProbeChoice.of(List.of(), 8)).isEmpty();
  }
}
