package io.tamnas.benchmarks.genotype;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Supernets that know something: on an untrained one nearly every image is broken from the start,
 * and its attack costs next to nothing. They are trained once and kept.
 */
record TrainedSupernets(Path directory) {

  Path get(String name, SearchSpace space, Dataset dataset, int steps) {
    Path file = directory.resolve(name + "-" + steps + ".tamnas");
    if (Files.exists(file)) {
      return file;
    }
    System.err.println("training " + name + " for " + steps + " steps");
    try {
      Path work = Files.createDirectories(directory.resolve(name));
      Path trained =
          new SupernetTraining(space, dataset, recipe(steps), 1)
              .train(new Silent(), work, Optional.empty())
              .file();
      return Files.move(trained, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrainingRecipe recipe(int steps) {
    return new TrainingRecipe(
        steps,
        64,
        new Loss.CrossEntropy(0),
        new InnerAttack.FgsmRandomStart(8 / 255.0, 10 / 255.0, 0),
        CraftingStatistics.BATCH,
        0.3,
        0.3,
        Paths.single(),
        new Optimizer.Sgd(0.1, 0.9, 5e-4, 5),
        new Schedule(Schedule.Kind.COSINE, 0.1),
        0,
        0,
        new Augmentation(2, Mirror.RANDOM, 0));
  }

  private static final class Silent implements TrainingObserver {
    @Override
    public void onMetrics(long step, Map<String, Double> metrics) {}

    @Override
    public boolean wantsCheckpoint() {
      return false;
    }

    @Override
    public void onCheckpoint(long step, Path file) {}

    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }
}
