package io.tamnas.nets.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at the process's memory after a warm-up and at the end. The heap has its full size from the
 * start, so what grows is native: a tensor of 12 KB left open in every step would be 48 MiB.
 */
@Tag("memory")
class NativeMemoryTest {
  private static final int STEPS = 5000;
  private static final int WARMUP_STEPS = 1000;
  private static final int MEASUREMENTS = 200;
  private static final int WARMUP_MEASUREMENTS = 40;

  /** Compiled code and the allocators' own fragments still come after the warm-up. */
  private static final long MOST_GROWTH_MEBIBYTES = 24;

  private final SearchSpace space = TinySpaces.everything();
  private final Dataset dataset = new SyntheticDataset(96, 1);

  @BeforeEach
  void configure() {
    ResidentMemory.assumeVisible();
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void staysFlatOverTrainingSteps(@TempDir Path work) {
    Growth growth = new Growth(WARMUP_STEPS);

    train(Recipes.adversarial(STEPS), growth, work);

    assertThat(growth.mebibytes()).isLessThan(MOST_GROWTH_MEBIBYTES);
  }

  @Test
  void staysFlatOverMeasurements(@TempDir Path work) {
    Path supernet = train(Recipes.adversarial(150), new Growth(0), work);
    MeasuringProtocol protocol =
        new MeasuringProtocol(new Attack.Pgd(0.03, 0.01, 5, 1, Start.RANDOM), 96, 32, 96, 32, 0, 1);
    long before = 0;
    try (SubnetMeasuring measuring = new SubnetMeasuring(supernet, space, dataset, protocol)) {
      for (int i = 0; i < WARMUP_MEASUREMENTS + MEASUREMENTS; i++) {
        if (i == WARMUP_MEASUREMENTS) {
          before = ResidentMemory.mebibytes();
        }
        measuring.measure(new Genotype(List.of(i % 12, i / 12 % 12, i % 2, i / 2 % 2)), QUIET);
      }
      assertThat(ResidentMemory.mebibytes() - before).isLessThan(MOST_GROWTH_MEBIBYTES);
    }
  }

  @Test
  void seesTensorsThatStayOpen() {
    try (NDManager manager = Engines.newManager()) {
      long before = ResidentMemory.mebibytes();
      for (int i = 0; i < STEPS - WARMUP_STEPS; i++) {
        manager.ones(new Shape(16, 3, 8, 8));
      }
      assertThat(ResidentMemory.mebibytes() - before).isGreaterThan(MOST_GROWTH_MEBIBYTES);
    }
  }

  private Path train(TrainingRecipe recipe, TrainingObserver observer, Path work) {
    return new SupernetTraining(space, dataset, recipe, 1)
        .train(observer, work, Optional.empty())
        .file();
  }

  private static final MeasuringObserver QUIET =
      new MeasuringObserver() {
        @Override
        public void checkContinue() {}

        @Override
        public void onProgress(double share) {}
      };

  /** What a training's memory grows by from a step on to its last report. */
  private static final class Growth implements TrainingObserver {
    private final int from;
    private int steps;
    private long before;
    private long last;

    Growth(int from) {
      this.from = from;
    }

    long mebibytes() {
      return last - before;
    }

    @Override
    public void checkContinue() {
      if (steps++ == from) {
        before = ResidentMemory.mebibytes();
      }
    }

    @Override
    public void onMetrics(long step, Map<String, Double> metrics) {
      last = ResidentMemory.mebibytes();
    }

    @Override
    public boolean wantsCheckpoint() {
      return false;
    }

    @Override
    public void onCheckpoint(long step, Path file) {}

    @Override
    public void onProgress(double share) {}
  }
}
