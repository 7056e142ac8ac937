package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.MemoryShortage;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.ParameterValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.SupernetFile;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Single-path adversarial training of a supernet (Guo et al. 2019, arXiv 1904.00420; Madry et al.
 * 2018, arXiv 1706.06083, equation 2.1): each step draws paths as the recipe says, crafts batches
 * against them and updates their weights. A function of its arguments: with the same numeric
 * environment, two runs give the same bytes, however often they were stopped and resumed.
 */
public final class SupernetTraining {
  private final SearchSpace space;
  private final Dataset dataset;
  private final TrainingRecipe recipe;
  private final long seed;

  /**
   * Describes a training.
   *
   * @throws IllegalArgumentException where space and data set do not fit one another
   */
  public SupernetTraining(SearchSpace space, Dataset dataset, TrainingRecipe recipe, long seed) {
    SupernetPlan.requireFit(space, dataset);
    this.space = space;
    this.dataset = dataset;
    this.recipe = recipe;
    this.seed = seed;
  }

  /**
   * Trains to the end of the recipe.
   *
   * @param workDirectory where the files of checkpoints and of the result are written
   * @param checkpoint of a run with the same arguments, from which to go on
   * @return the supernet's file in the work directory
   * @throws DivergedException where the loss, the gradient or a weight is no number any more, or
   *     explodes
   * @throws OutOfMemoryException where memory does not suffice, naming smaller batches that fit
   * @throws TrainingStopped when the observer wants it
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the checkpoint is damaged or
   *     of another training
   */
  public TrainedSupernet train(
      TrainingObserver observer, Path workDirectory, Optional<Path> checkpoint) {
    try (TrainingRun run = open(checkpoint)) {
      run.complete(observer, workDirectory);
      return finish(run, workDirectory);
    } catch (RuntimeException | OutOfMemoryError failure) {
      if (MemoryShortage.isBehind(failure)) {
        throw new OutOfMemoryException(
            recipe.batchSize(),
            FittingBatch.below(recipe.batchSize(), this::tryStep, failure),
            failure);
      }
      throw failure;
    }
  }

  /** One step with the widest paths and all of ε, of which nothing is kept. */
  private void tryStep(int batchSize) {
    TrainingRecipe smaller = recipe.forTrial(batchSize);
    try (NDManager manager = Engines.newManager()) {
      new TrainingStep(fresh(smaller, manager), dataset, smaller, seed).run(0);
    }
  }

  private TrainingRun open(Optional<Path> checkpoint) {
    TrainingCheckpoint file =
        new TrainingCheckpoint(
            new SupernetPlan(space), Trace.of(recipe), recipe.steps(), identity());
    NDManager manager = Engines.newManager();
    try {
      TrainingCheckpoint.Resumed begin =
          checkpoint.isPresent()
              ? file.read(checkpoint.get(), manager)
              : new TrainingCheckpoint.Resumed(fresh(recipe, manager), 0);
      TrainingStep step = new TrainingStep(begin.state(), dataset, recipe, seed);
      return new TrainingRun(begin.state(), step, begin.step(), recipe.steps(), file);
    } catch (RuntimeException | OutOfMemoryError failure) {
      manager.close();
      throw failure;
    }
  }

  private TrainingState fresh(TrainingRecipe trained, NDManager manager) {
    ParameterValues initial =
        new InitialValues(seed, PixelStatistics.of(dataset.training(), dataset.shape()));
    return TrainingState.fresh(new SupernetPlan(space), initial, Trace.of(trained), manager);
  }

  private Map<String, String> identity() {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("kind", "training");
    identity.put("space", space.text());
    identity.put("dataset", dataset.digest());
    identity.put("recipe", recipe.text());
    identity.put("seed", Long.toString(seed));
    return identity;
  }

  private TrainedSupernet finish(TrainingRun run, Path workDirectory) {
    Path file = workDirectory.resolve("supernet.tamnas");
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("recipe", recipe.text());
    origin.put("seed", Long.toString(seed));
    return new TrainedSupernet(
        file, SupernetFile.write(file, run.state().learned(), dataset.digest(), origin));
  }
}
