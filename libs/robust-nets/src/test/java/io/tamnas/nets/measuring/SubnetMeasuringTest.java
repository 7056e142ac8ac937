package io.tamnas.nets.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.transfer.TransferMatrix;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubnetMeasuringTest {
  private final SearchSpace space = TinySpaces.everything();
  private final Dataset dataset = new SyntheticDataset(96, 1);
  private Path supernet;

  @BeforeAll
  void trainSupernet(@TempDir Path work) {
    Engines.configure(1, DeviceChoice.CPU);
    supernet =
        new SupernetTraining(space, dataset, Recipes.adversarial(150), 1)
            .train(Watching.toTheEnd(), work, Optional.empty())
            .file();
  }

  @Test
  void measuresEveryKindOfBlock() {
    try (SubnetMeasuring measuring = open(pgd(0.03), 96)) {
      int correct = 0;
      int robust = 0;
      for (int block = 0; block < 12; block++) {
        Measurement found =
            measuring.measure(new Genotype(List.of(block, 11 - block, 0, 1)), new Counting());

        assertThat(found.images()).isEqualTo(96);
        correct += found.cleanCorrect();
        robust += found.adversarialCorrect();
      }
      assertThat(correct).isGreaterThan(12 * 96 * 3 / 8);
      assertThat(robust).isGreaterThan(12 * 96 / 10);
    }
  }

  @Test
  void givesTheSameCountsAgain() {
    Genotype genotype = new Genotype(List.of(5, 10, 0, 1));
    Measurement first;
    try (SubnetMeasuring measuring = open(pgd(0.1), 96)) {
      first = measuring.measure(genotype, new Counting());
      measuring.measure(TinySpaces.first(space), new Counting());
      assertThat(measuring.measure(genotype, new Counting())).isEqualTo(first);
    }
    try (SubnetMeasuring again = open(pgd(0.1), 96)) {
      assertThat(again.measure(genotype, new Counting())).isEqualTo(first);
    }
  }

  @Test
  void losesMoreImagesToAStrongerAttack() {
    Genotype genotype = TinySpaces.first(space);
    try (SubnetMeasuring weak = open(pgd(0), 96);
        SubnetMeasuring strong = open(pgd(0.5), 96)) {
      Measurement untouched = weak.measure(genotype, new Counting());

      assertThat(untouched.adversarialCorrect()).isEqualTo(untouched.cleanCorrect());
      assertThat(strong.measure(genotype, new Counting()).adversarialCorrect())
          .isLessThan(untouched.cleanCorrect());
    }
  }

  @Test
  void findsTheSameSignsOfMaskingInBatchesOfAnySize() {
    Genotype genotype = TinySpaces.first(space);
    Attack still = new Attack.Pgd(0.5, 0, 1, 1, Start.CLEAN);
    for (int images : new int[] {40, 64, 96}) {
      Measurement whole =
          measure(new MeasuringProtocol(still, 96, 96, 64, 32, images, 1), genotype);

      assertThat(whole.maskingSigns()).contains(MaskingSign.SQUARE_BEATS_GRADIENT);
      assertThat(
              measure(new MeasuringProtocol(still, 96, 32, 64, 32, images, 1), genotype)
                  .maskingSigns())
          .isEqualTo(whole.maskingSigns());
    }
  }

  private Measurement measure(MeasuringProtocol protocol, Genotype genotype) {
    try (SubnetMeasuring measuring = new SubnetMeasuring(supernet, space, dataset, protocol)) {
      return measuring.measure(genotype, new Counting());
    }
  }

  @Test
  void countsOnTheDiagonalWhatItMeasures() {
    List<Genotype> genotypes = List.of(TinySpaces.first(space), new Genotype(List.of(5, 10, 0, 1)));
    Counting counting = new Counting();
    try (SubnetMeasuring measuring = open(pgd(0.1), 96)) {
      TransferMatrix matrix = measuring.transfer(genotypes, counting);

      for (int i = 0; i < genotypes.size(); i++) {
        Measurement alone = measuring.measure(genotypes.get(i), new Counting());
        assertThat(matrix.clean().get(i)).isEqualTo(alone.cleanCorrect());
        assertThat(matrix.correct().get(i).get(i)).isEqualTo(alone.adversarialCorrect());
      }
      assertThat(matrix.correct().getFirst().get(1))
          .isBetween(matrix.correct().get(1).get(1), matrix.clean().get(1));
      assertThat(measuring.transfer(genotypes, new Counting())).isEqualTo(matrix);
    }
    assertThat(counting.asked)
        .as("of 3 batches, both clean passes, and for each source its own and those of the targets")
        .isGreaterThan(3 * (2 + 2 * 3));
    assertThat(counting.progress).isEqualTo(1);
  }

  @Test
  void tellsHowFarItIs() {
    Counting counting = new Counting();
    try (SubnetMeasuring measuring = open(pgd(0), 40)) {
      measuring.measure(TinySpaces.first(space), counting);
    }

    assertThat(counting.asked).isGreaterThan(2);
    assertThat(counting.progress).isEqualTo(1);
  }

  static Stream<Attack> attacks() {
    return Stream.of(pgd(0.1), new Attack.Square(0.1, 10, 1));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void endsBeforeAnyPassOfAnAttackAndIsAsGoodAsNewAfterwards(Attack attack) {
    Genotype genotype = TinySpaces.first(space);
    Counting counting = new Counting();
    try (SubnetMeasuring measuring = open(attack, 8)) {
      Measurement undisturbed = measuring.measure(genotype, counting);
      assertThat(counting.asked).as("some of them within the attack").isGreaterThan(2 + 1);
      for (int passes = 0; passes < counting.asked; passes++) {
        Counting stopping = new Counting(passes);
        assertThatThrownBy(() -> measuring.measure(genotype, stopping))
            .isInstanceOf(MeasuringStopped.class);
        assertThat(stopping.asked).isEqualTo(passes + 1);
      }

      assertThat(measuring.measure(genotype, new Counting())).isEqualTo(undisturbed);
    }
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    Dataset other = new SyntheticDataset(96, 2);

    assertThatThrownBy(() -> new SubnetMeasuring(supernet, space, other, protocol(pgd(0), 8)))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("is for dataset 'synthetic-96-1', but 'synthetic-96-2' is wanted");
    assertThatThrownBy(
            () -> new SubnetMeasuring(supernet, TinySpaces.plain(), dataset, protocol(pgd(0), 8)))
        .isInstanceOf(InvalidCheckpointException.class);
    assertThatThrownBy(() -> open(pgd(0), 97))
        .hasMessageContaining("97 validation images are wanted, but the data set has 96");
    try (SubnetMeasuring measuring = open(pgd(0), 8)) {
      assertThatThrownBy(
              () -> measuring.measure(new Genotype(List.of(0, 12, 0, 0)), new Counting()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private SubnetMeasuring open(Attack attack, int images) {
    return new SubnetMeasuring(supernet, space, dataset, protocol(attack, images));
  }

  private static MeasuringProtocol protocol(Attack attack, int images) {
    return new MeasuringProtocol(attack, images, 32, 64, 32, 0, 1);
  }

  private static Attack pgd(double epsilon) {
    return new Attack.Pgd(epsilon, epsilon / 4, 5, 1, Start.RANDOM);
  }

  private static final class Counting implements MeasuringObserver {
    private final int patience;
    private int asked;
    private double progress;

    Counting() {
      this(Integer.MAX_VALUE);
    }

    Counting(int patience) {
      this.patience = patience;
    }

    @Override
    public void checkContinue() {
      if (asked++ == patience) {
        throw new MeasuringStopped("the test wants it");
      }
    }

    @Override
    public void onProgress(double share) {
      progress = share;
    }
  }
}
