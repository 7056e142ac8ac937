package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
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
   * @throws IllegalArgumentException where space and data set do not fit one another, or the recipe
   *     is for networks of their own
   */
  public SupernetTraining(SearchSpace space, Dataset dataset, TrainingRecipe recipe, long seed) {
    SupernetPlan.requireFit(space, dataset);
    Guards.require(
        recipe.crafting() != CraftingStatistics.RUNNING,
        "the paths of a supernet share no running statistics to craft under; batch or frozen ones"
            + " remain");
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
    return new Supernets()
        .complete(observer, workDirectory, checkpoint, state -> finish(state, workDirectory));
  }

  private final class Supernets implements Course {
    @Override
    public TrainingRecipe recipe() {
      return recipe;
    }

    @Override
    public TrainingCheckpoint checkpoint() {
      return new TrainingCheckpoint(
          new SupernetPlan(space), Trace.of(recipe), recipe.steps(), identity());
    }

    @Override
    public TrainingState fresh(TrainingRecipe trained, NDManager manager) {
      ParameterValues initial =
          new InitialValues(seed, PixelStatistics.of(dataset.training(), dataset.shape()));
      return TrainingState.fresh(new SupernetPlan(space), initial, Trace.of(trained), manager);
    }

    @Override
    public TrainingStep step(TrainingState state, TrainingRecipe trained) {
      return new TrainingStep(state, dataset, trained, seed);
    }
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

  private TrainedSupernet finish(TrainingState state, Path workDirectory) {
    Path file = workDirectory.resolve("supernet.tamnas");
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("recipe", recipe.text());
    origin.put("seed", Long.toString(seed));
    return new TrainedSupernet(
        file, SupernetFile.write(file, state.learned(), dataset.digest(), origin));
  }
}
