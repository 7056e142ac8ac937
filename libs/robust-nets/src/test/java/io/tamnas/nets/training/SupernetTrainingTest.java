package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupernetTrainingTest {
  private final Dataset dataset = new SyntheticDataset(96, 1);
  @TempDir Path work;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void learnsTheImagesByHeartOnOnePathWithoutAttack() {
    Watching watching = Watching.toTheEnd();

    train(TinySpaces.single(), Recipes.clean(60), 1, watching, Optional.empty());

    assertThat(last(watching, "trainingAccuracy")).isGreaterThan(0.95);
  }

  @Test
  void learnsUnderAttackWithDrawnPaths() {
    Watching watching = Watching.toTheEnd();

    train(TinySpaces.plain(), Recipes.adversarial(120), 1, watching, Optional.empty());

    assertThat(last(watching, "trainingLoss"))
        .isLessThan(0.5 * value(watching.metrics.getFirst(), "trainingLoss"));
    assertThat(last(watching, "epsilon")).isEqualTo(8 / 255.0);
    assertThat(watching.progress.getLast()).isEqualTo(1);
  }

  @Test
  void givesTheSameBytesAgain() throws IOException {
    byte[] first = bytes(train(TinySpaces.everything(), Recipes.adversarial(20), 3));
    byte[] again = bytes(train(TinySpaces.everything(), Recipes.adversarial(20), 3));
    byte[] other = bytes(train(TinySpaces.everything(), Recipes.adversarial(20), 4));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void continuesFromACheckpointAsIfNeverStopped() throws IOException {
    TrainingRecipe recipe = Recipes.adversarial(60);
    Watching undisturbed = Watching.toTheEnd();
    byte[] expected =
        bytes(train(TinySpaces.everything(), recipe, 5, undisturbed, Optional.empty()));
    train(TinySpaces.everything(), recipe, 5, Watching.checkpointingEvery(40), Optional.empty());

    Watching resumed = Watching.toTheEnd();
    byte[] actual =
        bytes(train(TinySpaces.everything(), recipe, 5, resumed, Optional.of(checkpoint(40))));

    assertThat(actual).isEqualTo(expected);
    assertThat(resumed.metrics).isEqualTo(undisturbed.metrics.subList(2, 3));
  }

  @Test
  void continuesBetweenTwoReportsAsIfNeverStopped() throws IOException {
    TrainingRecipe recipe = Recipes.adversarial(45);
    Watching undisturbed = Watching.toTheEnd();
    byte[] expected =
        bytes(train(TinySpaces.everything(), recipe, 5, undisturbed, Optional.empty()));
    Watching disturbed = Watching.checkpointingEvery(9);
    byte[] written = bytes(train(TinySpaces.everything(), recipe, 5, disturbed, Optional.empty()));

    Watching resumed = Watching.toTheEnd();
    byte[] actual =
        bytes(train(TinySpaces.everything(), recipe, 5, resumed, Optional.of(checkpoint(27))));

    assertThat(written).isEqualTo(expected);
    assertThat(disturbed.metrics).isEqualTo(undisturbed.metrics);
    assertThat(disturbed.checkpoints).hasSize(5);
    assertThat(actual).isEqualTo(expected);
    assertThat(resumed.metrics).hasSize(2).isEqualTo(undisturbed.metrics.subList(1, 3));
  }

  @Test
  void stopsWhenItsObserverWantsIt() {
    Watching watching = Watching.stoppingAfter(3);

    assertThatThrownBy(
            () -> train(TinySpaces.single(), Recipes.clean(60), 1, watching, Optional.empty()))
        .isInstanceOf(TrainingStopped.class);
  }

  static Stream<InnerAttack> attacks() {
    return Stream.of(
        new InnerAttack.Pgd(0.03, 0.01, 4),
        new InnerAttack.Free(0.03, 0.02, 4),
        new InnerAttack.Yopo(0.03, 0.01, 4, 2));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void stopsBetweenThePassesOfAStepWhenItsObserverWantsIt(InnerAttack attack) {
    TrainingRecipe recipe = Recipes.with(60, attack, new Loss.CrossEntropy(0));
    Watching watching = Watching.stoppingAfter(4);

    assertThatThrownBy(() -> train(TinySpaces.single(), recipe, 1, watching, Optional.empty()))
        .isInstanceOf(TrainingStopped.class);
    assertThat(watching.steps()).as("ε is 0 in the first step").isLessThan(2);
  }

  @Test
  void saysPlainlyThatItDiverged() {
    assertThatThrownBy(() -> train(TinySpaces.single(), Recipes.exploding(60), 1))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("diverged in step")
        .hasMessageContaining("no checkpoint before");
  }

  @Test
  void namesTheLastCheckpointWhenItDiverges() {
    TrainingRecipe recipe = Recipes.exploding(60);
    TrainingState state = States.fresh(TinySpaces.single());
    TrainingCheckpoint file =
        new TrainingCheckpoint(state.plan(), state.traces().keySet(), 60, Map.of());
    try (TrainingRun run =
        new TrainingRun(state, new TrainingStep(state, dataset, recipe, 1), 20, 60, file)) {
      assertThatThrownBy(() -> run.complete(new QuietObserver(), work))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("the last checkpoint is after step 20");
    }
  }

  @Test
  void namesTheLastCheckpointWhenTheNextOneHasNoNumbers() {
    TrainingRecipe recipe = Recipes.clean(60);
    TrainingState state = States.fresh(TinySpaces.everything());
    TrainingCheckpoint file =
        new TrainingCheckpoint(state.plan(), state.traces().keySet(), 60, Map.of());
    String spoilt = spoilAnUntrainedWeight(state, recipe, 20);
    try (TrainingRun run =
        new TrainingRun(state, new TrainingStep(state, dataset, recipe, 1), 20, 60, file)) {
      assertThatThrownBy(() -> run.complete(Watching.checkpointingEvery(1), work))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("in step 21")
          .hasMessageContaining(spoilt + " is not finite; the last checkpoint is after step 20");
    }
  }

  @Test
  void endsInNoWeightsThatAreNoNumbers() {
    TrainingRecipe recipe = Recipes.clean(1);
    TrainingState state = States.fresh(TinySpaces.everything());
    TrainingCheckpoint file =
        new TrainingCheckpoint(state.plan(), state.traces().keySet(), 1, Map.of());
    String spoilt = spoilAnUntrainedWeight(state, recipe, 0);
    try (TrainingRun run =
        new TrainingRun(state, new TrainingStep(state, dataset, recipe, 1), 0, 1, file)) {
      assertThatThrownBy(() -> run.complete(new QuietObserver(), work))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining(spoilt + " is not finite; there is no checkpoint before");
    }
  }

  /** One of a block that the step leaves alone, so that neither loss nor gradient tell. */
  private static String spoilAnUntrainedWeight(
      TrainingState state, TrainingRecipe recipe, int step) {
    Warmup scales = Warmup.over(recipe.scaleWarmup(), recipe.steps());
    PathDraw draw = new PathDraw(state.plan().space(), scales, recipe.paths(), 1);
    NetworkPlan path = state.plan().path(draw.at(step).getFirst().trained().getFirst());
    List<String> trained =
        path.parameters(NetworkScaling.NONE).stream().map(Parameter::name).toList();
    Parameter spoilt =
        state.plan().parameters().stream()
            .filter(p -> p.name().startsWith("layers.") && !trained.contains(p.name()))
            .findFirst()
            .orElseThrow();
    state.weights().full(spoilt).muli(Float.NaN);
    return spoilt.name();
  }

  @Test
  void writesNoCheckpointOfWeightsThatAreNoNumbers() {
    try (TrainingState state = States.fresh(TinySpaces.single())) {
      TrainingCheckpoint file =
          new TrainingCheckpoint(state.plan(), state.traces().keySet(), 60, Map.of());
      state.weights().full(state.plan().parameters().getLast()).muli(Float.NaN);

      assertThatThrownBy(() -> file.write(work.resolve("training.tamnas"), state, 20))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("classifier.weight is not finite");
      assertThat(work.resolve("training.tamnas")).doesNotExist();
    }
  }

  @Test
  void triesSmallerBatchesWhereMemoryDoesNotSuffice() {
    Dataset greedy = new ShortOfMemoryOnce(dataset, dataset.training().size() + 40);

    assertThatThrownBy(
            () ->
                new SupernetTraining(TinySpaces.single(), greedy, Recipes.clean(60), 1)
                    .train(new QuietObserver(), work, Optional.empty()))
        .isInstanceOf(OutOfMemoryException.class)
        .hasMessageContaining("batches of 16 images")
        .hasMessageContaining("a step with 8 went through");
  }

  @Test
  void refusesTheCheckpointOfAnotherTraining() {
    train(
        TinySpaces.single(),
        Recipes.clean(20),
        1,
        Watching.checkpointingEvery(20),
        Optional.empty());
    Optional<Path> checkpoint = Optional.of(checkpoint(20));

    assertThatThrownBy(
            () -> train(TinySpaces.single(), Recipes.clean(20), 2, Watching.toTheEnd(), checkpoint))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("seed '1'");
  }

  private TrainedSupernet train(SearchSpace space, TrainingRecipe recipe, long seed) {
    return train(space, recipe, seed, new QuietObserver(), Optional.empty());
  }

  private TrainedSupernet train(
      SearchSpace space,
      TrainingRecipe recipe,
      long seed,
      TrainingObserver observer,
      Optional<Path> checkpoint) {
    return new SupernetTraining(space, dataset, recipe, seed).train(observer, work, checkpoint);
  }

  private Path checkpoint(int step) {
    return work.resolve("checkpoint-" + step);
  }

  private static byte[] bytes(TrainedSupernet trained) throws IOException {
    return Files.readAllBytes(trained.file());
  }

  private static double last(Watching watching, String name) {
    return value(watching.metrics.getLast(), name);
  }

  private static double value(Map<String, Double> metrics, String name) {
    return Objects.requireNonNull(metrics.get(name), name);
  }
}
