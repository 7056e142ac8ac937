package io.tamnas.trainer.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.training.CheckpointSelection;
import io.tamnas.nets.training.FinalistRecipe;
import io.tamnas.nets.training.FinalistTraining;
import io.tamnas.nets.training.Guidance;
import io.tamnas.nets.training.Origin;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.Distillation;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import org.jspecify.annotations.Nullable;

/** Puts the training of a subnet together from what a task says. */
final class FinalistTrainings {
  private FinalistTrainings() {}

  /**
   * The training of that task on these images; the artifacts that it begins with or learns from are
   * downloaded here.
   *
   * @throws TaskFailedException as INVALID where space, genotype, images and settings do not fit,
   *     or an artifact is unknown
   */
  static FinalistTraining of(Work.TrainSubnet work, Dataset dataset, TaskContext context) {
    try {
      SearchSpace space = SearchSpace.parse(work.space()).requireValid();
      return new FinalistTraining(
          space, new Genotype(work.genotype()), dataset, recipe(work, context), work.seed());
    } catch (IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private static FinalistRecipe recipe(Work.TrainSubnet work, TaskContext context) {
    return new FinalistRecipe(
        Recipes.of(work.training()),
        origin(work.supernet(), context),
        guidance(work.distillation(), context),
        new CheckpointSelection(
            work.selection().interval(), NetworkProtocols.of(work.selection().protocol())));
  }

  private static Origin origin(@Nullable String supernet, TaskContext context) {
    return supernet == null
        ? new Origin.Scratch()
        : new Origin.OfSupernet(context.artifact(supernet), supernet);
  }

  private static Guidance guidance(@Nullable Distillation distillation, TaskContext context) {
    return distillation == null
        ? new Guidance.Labels()
        : new Guidance.Distillation(
            context.artifact(distillation.network()),
            distillation.network(),
            SearchSpace.parse(distillation.space()).requireValid(),
            new Genotype(distillation.genotype()),
            distillation.cleanWeight());
  }
}
