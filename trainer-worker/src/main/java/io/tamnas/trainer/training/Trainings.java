package io.tamnas.trainer.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.task.TaskFailedException;

/** Puts a training together from what a task says. */
final class Trainings {
  private Trainings() {}

  /**
   * The training of that task on these images.
   *
   * @throws TaskFailedException as INVALID where space, images and settings do not fit
   */
  static SupernetTraining of(Work.TrainSupernet work, Dataset dataset) {
    try {
      SearchSpace space = SearchSpace.parse(work.space()).requireValid();
      requireSameImages(space, dataset);
      return new SupernetTraining(space, dataset, Recipes.of(work.training()), work.seed());
    } catch (IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private static void requireSameImages(SearchSpace space, Dataset dataset) {
    if (!space.input().equals(dataset.shape()) || space.classes() != dataset.classes()) {
      throw new IllegalArgumentException(
          "the search space takes "
              + space.input().text()
              + " and "
              + space.classes()
              + " classes, but data set '"
              + dataset.name()
              + "' has "
              + dataset.shape().text()
              + " and "
              + dataset.classes());
    }
  }
}
