package io.tamnas.benchmarks.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Adversarial training of {@code tam} at width 1/4 with the plain blocks at every scale, a
 * uniformly drawn path in each step, on images of CIFAR-10 as they are.
 *
 * @param dataset the exact subset beside the project
 */
public record StepsOfPaths(Dataset dataset) {
  /** Of paths, initial weights, images and noise. */
  public static final long SEED = 1;

  /** Images per step. */
  public static final int BATCH = 64;

  /** The steps of a turn. */
  public static final int STEPS = 10;

  /** Crafts the images of the timed steps. */
  public static final InnerAttack.Pgd ATTACK = new InnerAttack.Pgd(8 / 255.0, 2 / 255.0, 7);

  /**
   * Crafts where losses are compared: an untrained network's loss is so rough that a step of full
   * size goes anywhere once the last digit of a sum differs, but within a faint budget the loss
   * rises by the gradient alone.
   */
  public static final InnerAttack.Pgd FAINT_ATTACK =
      new InnerAttack.Pgd(0.05 / 255, 0.025 / 255, 3);

  static final Optimizer.Sgd OPTIMIZER = new Optimizer.Sgd(0.05, 0.9, 5e-4, 5);
  private static final String SUBSET = "data/cifar10/cifar-10-exact-subset-bin";
  private static final int VALIDATION_IMAGES = 256;

  /** Reads the images below the shared directory. */
  public static StepsOfPaths read(Path shared) {
    Path directory = shared.resolve(SUBSET);
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          directory + " is missing; BENCHMARK_SHARED names the directory with fixtures and data");
    }
    return new StepsOfPaths(
        Datasets.open(new DatasetSource.Cifar10(directory), new Division(VALIDATION_IMAGES, SEED)));
  }

  /** What the paths are drawn from. */
  public SearchSpace space() {
    return Preset.TAM.space(
        dataset.shape(),
        dataset.classes(),
        PresetWidth.QUARTER,
        BlockChoice.PLAIN,
        ChannelScale.ALL);
  }

  /** Nothing warms up: every step is as the last one. */
  public static TrainingRecipe recipe(int steps, InnerAttack attack, CraftingStatistics crafting) {
    return new TrainingRecipe(
        steps,
        BATCH,
        new Loss.CrossEntropy(0),
        attack,
        crafting,
        0,
        0,
        Paths.single(),
        OPTIMIZER,
        new Schedule(Schedule.Kind.COSINE, 0),
        0,
        0,
        new Augmentation(0, Mirror.NEVER, 0));
  }
}
