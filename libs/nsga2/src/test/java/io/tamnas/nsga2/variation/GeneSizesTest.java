package io.tamnas.nsga2.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GeneSizesTest {

  private final GeneSizes sizes = new GeneSizes(List.of(2, 1, 3));

  @Test
  void drawsAllGenotypesAndNoOther() {
    RandomGenerator random = GenerationRandom.of(1, 0);
    TreeSet<List<Integer>> drawn = new TreeSet<>(new GeneOrder());
    for (int i = 0; i < 200; i++) {
      drawn.add(sizes.check(sizes.draw(random)));
    }
    assertThat(drawn).hasSize(6);
  }

  @Test
  void refusesGenesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sizes.check(List.of(0, 0)))
        .withMessageContaining("3 genes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sizes.check(List.of(0, 0, 3)))
        .withMessageContaining("gene 2 must be from 0 to 2, is 3");
    assertThatIllegalArgumentException().isThrownBy(() -> sizes.check(List.of(-1, 0, 0)));
  }

  @Test
  void refusesGenesWithoutValues() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GeneSizes(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new GeneSizes(List.of(2, 0)));
  }

  @Test
  void ordersGeneByGene() {
    GeneOrder order = new GeneOrder();
    assertThat(order.compare(List.of(1, 9), List.of(2, 0))).isNegative();
    assertThat(order.compare(List.of(1, 9), List.of(1, 8))).isPositive();
    assertThat(order.compare(List.of(1), List.of(1, 0))).isNegative();
    assertThat(order.compare(List.of(1, 2), List.of(1, 2))).isZero();
  }
}
