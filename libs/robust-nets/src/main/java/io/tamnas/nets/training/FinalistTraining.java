package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.finalist.FinalistFile;
import io.tamnas.nets.measuring.MeasuredImages;
import io.tamnas.nets.measuring.RecalibrationImages;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.ParameterValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetFile;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adversarial training of one network of its own, with affine normalization and running statistics:
 * that of a supernet of a single path, of which the state is kept that withstands an attack on most
 * validation images. A function of its arguments: with the same numeric environment, two runs give
 * the same bytes, however often they were stopped and resumed.
 *
 * <p>The running statistics are those of the crafted images, as the network learns from them; an
 * exponential mean that keeps 0.9 of itself with each batch, of the mean and the unbiased variance.
 */
public final class FinalistTraining {
  private final SearchSpace space;
  private final Genotype genotype;
  private final Dataset dataset;
  private final FinalistRecipe recipe;
  private final long seed;
  private final SupernetPlan plan;

  /**
   * Describes a training.
   *
   * @param space in which the genotype was found
   * @throws IllegalArgumentException where space, genotype, data set and recipe do not fit one
   *     another
   */
  public FinalistTraining(
      SearchSpace space, Genotype genotype, Dataset dataset, FinalistRecipe recipe, long seed) {
    SupernetPlan.requireFit(space, dataset);
    recipe.selection().protocol().requireFit(dataset);
    if (recipe.guidance() instanceof Guidance.Distillation distillation) {
      SupernetPlan.requireFit(distillation.space(), dataset);
      distillation.space().subnet(distillation.genotype());
    }
    this.space = space;
    this.genotype = genotype;
    this.dataset = dataset;
    this.recipe = recipe;
    this.seed = seed;
    this.plan = SupernetPlan.ofNetwork(space, genotype);
  }

  /**
   * Trains to the end of the recipe. Beside what {@link TrainingObserver} tells of every training,
   * each look reports {@code validationAccuracy} and {@code robustValidationAccuracy}.
   *
   * @param workDirectory where the files of checkpoints and of the result are written
   * @param checkpoint of a run with the same arguments, from which to go on
   * @return the finalist's file in the work directory, and what it reached
   * @throws DivergedException where the loss, the gradient or a weight is no number any more, or
   *     explodes
   * @throws OutOfMemoryException where memory does not suffice, naming smaller batches that fit
   * @throws TrainingStopped when the observer wants it
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the checkpoint is damaged or
   *     of another training, or the file of the supernet or of the teacher is not what was named
   */
  public TrainedFinalist train(
      TrainingObserver observer, Path workDirectory, Optional<Path> checkpoint) {
    return new Finalists()
        .complete(observer, workDirectory, checkpoint, state -> finish(state, workDirectory));
  }

  private final class Finalists implements Course {
    @Override
    public TrainingRecipe recipe() {
      return recipe.training();
    }

    @Override
    public TrainingCheckpoint checkpoint() {
      return new TrainingCheckpoint(
          plan, Trace.ofSelecting(recipe()), recipe().steps(), identity());
    }

    @Override
    public TrainingState fresh(TrainingRecipe trained, NDManager manager) {
      try (NDManager scratch = manager.newSubManager()) {
        return TrainingState.fresh(plan, initial(scratch), Trace.ofSelecting(trained), manager);
      }
    }

    @Override
    public TrainingStep step(TrainingState state, TrainingRecipe trained) {
      return new TrainingStep(state, dataset, trained, goal(state.manager()), seed);
    }

    @Override
    public Look look(TrainingState state) {
      NDManager manager = state.manager();
      return new Selecting(
          recipe.selection(),
          recipe().steps(),
          new MeasuredImages(dataset, recipe.selection().protocol(), manager),
          RecalibrationImages.usual(dataset, manager),
          state);
    }
  }

  private ParameterValues initial(NDManager scratch) {
    return switch (recipe.origin()) {
      case Origin.Scratch _ ->
          new InitialValues(seed, PixelStatistics.of(dataset.training(), dataset.shape()));
      case Origin.OfSupernet(Path file, String _) -> {
        Supernet supernet =
            SupernetFile.read(file, new SupernetPlan(space), dataset.digest(), scratch);
        yield new InheritedValues(
            supernet, genotype, RecalibrationImages.usual(dataset, scratch), scratch);
      }
    };
  }

  private Goal goal(NDManager manager) {
    return switch (recipe.guidance()) {
      case Guidance.Labels _ -> new LabelGoal(recipe.training().loss(), dataset.classes());
      case Guidance.Distillation taught ->
          new SoftLabelGoal(
              FinalistFile.read(
                      taught.teacher(), taught.space(), taught.genotype(), dataset, manager)
                  .classifier(manager),
              taught.cleanWeight());
    };
  }

  private Map<String, String> identity() {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("kind", "finalist training");
    identity.put("space", space.text());
    identity.put("genotype", new GenotypeText(space).write(genotype));
    identity.put("dataset", dataset.digest());
    identity.putAll(settings());
    return identity;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("recipe", recipe.training().text());
    settings.put("origin", recipe.origin().text());
    settings.put("guidance", recipe.guidance().text());
    settings.put("selection", recipe.selection().text());
    settings.put("seed", Long.toString(seed));
    return settings;
  }

  private TrainedFinalist finish(TrainingState state, Path workDirectory) {
    Path file = workDirectory.resolve("finalist.tamnas");
    BestSoFar best = new BestSoFar(state.numbers());
    Map<String, String> origin = settings();
    origin.put("step", Integer.toString(best.step()));
    String sha256 =
        FinalistFile.write(
            file, state.trace(Trace.BEST), space, genotype, dataset.digest(), origin);
    return new TrainedFinalist(file, sha256, best.step(), best.measurement());
  }
}
