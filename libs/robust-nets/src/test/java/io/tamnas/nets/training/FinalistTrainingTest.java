package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.Images;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.nets.measuring.NetworkMeasuring;
import io.tamnas.nets.measuring.NetworkProtocol;
import io.tamnas.nets.measuring.Split;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.space.Genotype;
import io.tamnas.space.InputShape;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinalistTrainingTest {
  private static final double EPSILON = 8 / 255.0;
  private static final Loss ENTROPY = new Loss.CrossEntropy(0);
  private static final SearchSpace SPACE = TinySpaces.everything();

  /** A squeeze-and-excitation block and a non-local one, of different scales. */
  private static final Genotype GENOTYPE = new Genotype(List.of(5, 10, 0, 1));

  private final Dataset dataset = new SyntheticDataset(96, 1);
  @TempDir Path work;

  @BeforeEach
  void makeRoomForAStudent() throws IOException {
    Files.createDirectory(work.resolve("student"));
  }

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<TrainingRecipe> recipes() {
    return Stream.of(
        running(60, ENTROPY),
        running(60, new Loss.Trades(3, 0)),
        Recipes.with(60, new Loss.Mart(3, 0)),
        Recipes.with(60, CraftingStatistics.FROZEN, new Loss.Alp(0.5, 0)),
        Recipes.averaged(running(60, ENTROPY), 0.9),
        Recipes.perturbed(running(60, ENTROPY), 0.01),
        Recipes.with(running(60, ENTROPY), Recipes.adamW()),
        Recipes.with(40, new InnerAttack.Free(EPSILON, EPSILON / 2, 3), ENTROPY),
        Recipes.with(40, new InnerAttack.Yopo(EPSILON, EPSILON / 4, 2, 3), ENTROPY));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void learnsToWithstandAnAttack(TrainingRecipe recipe) {
    TrainedFinalist trained = train(recipe, 20, Watching.toTheEnd(), Optional.empty());

    assertThat(trained.selected().cleanCorrect()).isGreaterThan(96 * 3 / 4);
    assertThat(trained.selected().adversarialCorrect()).isGreaterThan(96 / 2);
    assertThat(measure(trained, Split.VALIDATION)).isEqualTo(trained.selected());
    assertThat(measure(trained, Split.TEST).cleanCorrect()).isGreaterThan(96 * 3 / 4);
  }

  static Stream<TrainingRecipe> resumed() {
    return Stream.of(
        running(15, ENTROPY),
        Recipes.averaged(Recipes.with(running(15, new Loss.Trades(3, 0)), Recipes.adamW()), 0.9),
        Recipes.with(15, new InnerAttack.Free(EPSILON, EPSILON / 2, 2), ENTROPY));
  }

  /** Looks are after steps 5, 10 and 15. */
  @ParameterizedTest
  @MethodSource("resumed")
  void endsInTheSameFileWhereverItStops(TrainingRecipe recipe) throws IOException {
    Watching undisturbed = Watching.toTheEnd();
    TrainedFinalist expected = train(recipe, 5, undisturbed, Optional.empty());
    byte[] bytes = Files.readAllBytes(expected.file());
    Watching watching = Watching.checkpointingEvery(1);
    assertThat(train(recipe, 5, watching, Optional.empty()).sha256()).isEqualTo(expected.sha256());
    assertThat(watching.metrics).isEqualTo(undisturbed.metrics);

    for (int stop : new int[] {3, 5, 6, 9, 10, 15}) {
      Optional<Path> checkpoint = Optional.of(work.resolve("checkpoint-" + stop));
      TrainedFinalist actual = train(recipe, 5, Watching.toTheEnd(), checkpoint);

      assertThat(actual).as("stopped after %s steps", stop).isEqualTo(expected);
      assertThat(Files.readAllBytes(actual.file())).isEqualTo(bytes);
    }
  }

  @Test
  void keepsTheStateWithMostRobustImagesAndTheEarlierOfEquals() {
    Watching watching = Watching.toTheEnd();

    TrainedFinalist trained = train(running(40, ENTROPY), 2, watching, Optional.empty());

    List<Double> seen =
        watching.metrics.stream()
            .filter(metrics -> metrics.containsKey("robustValidationAccuracy"))
            .map(metrics -> value(metrics, "robustValidationAccuracy"))
            .toList();
    double best = seen.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    assertThat(seen).hasSize(20);
    assertThat(best).isEqualTo(trained.selected().adversarialCorrect() / 96.0);
    assertThat(trained.step()).isEqualTo(2 * (seen.indexOf(best) + 1));
    assertThat(trained.step()).isLessThan(40);
    assertThat(measure(trained, Split.VALIDATION)).isEqualTo(trained.selected());
  }

  @Test
  void goesOnWhereThePathOfASupernetIs() {
    SearchSpace space = TinySpaces.plain();
    Genotype genotype = new Genotype(List.of(0, 1, 1, 0));
    TrainedSupernet supernet =
        new SupernetTraining(space, dataset, Recipes.adversarial(150), 1)
            .train(Watching.toTheEnd(), work, Optional.empty());
    FinalistRecipe recipe =
        new FinalistRecipe(
            Recipes.with(running(1, ENTROPY), still()),
            new Origin.OfSupernet(supernet.file(), supernet.sha256()),
            new Guidance.Labels(),
            selection(1));

    TrainedFinalist continued =
        new FinalistTraining(space, genotype, dataset, recipe, 1)
            .train(Watching.toTheEnd(), work, Optional.empty());

    try (SubnetMeasuring measuring =
        new SubnetMeasuring(
            supernet.file(), space, dataset, new MeasuringProtocol(pgd(), 96, 32, 96, 96, 0, 1))) {
      Measurement path = measuring.measure(genotype, new Patient());
      assertThat(path.cleanCorrect()).isGreaterThan(96 / 2);
      assertThat(continued.selected().cleanCorrect()).isCloseTo(path.cleanCorrect(), within(10));
    }
  }

  /** The labels would be learned too; that they are not asked shows where they are all the same. */
  @Test
  void learnsFromARobustTeacherWithoutLabels() {
    TrainedFinalist teacher =
        train(running(60, ENTROPY), 20, Watching.toTheEnd(), Optional.empty());
    Guidance guidance =
        new Guidance.Distillation(teacher.file(), teacher.sha256(), SPACE, GENOTYPE, 1 / 6.0);
    FinalistRecipe recipe =
        new FinalistRecipe(running(80, ENTROPY), new Origin.Scratch(), guidance, selection(20));
    Genotype student = TinySpaces.first(SPACE);

    TrainedFinalist trained =
        new FinalistTraining(SPACE, student, new Mislabelled(dataset), recipe, 2)
            .train(Watching.toTheEnd(), work.resolve("student"), Optional.empty());

    assertThat(trained.selected().adversarialCorrect()).isGreaterThan(96 / 2);
  }

  /** Moves the weights by next to nothing. */
  private static Optimizer still() {
    return new Optimizer.Sgd(1e-9, 0, 0, 1);
  }

  @Test
  void stopsInTheMiddleOfALookWhenItsObserverWantsIt() {
    assertThatThrownBy(
            () -> train(running(4, ENTROPY), 2, Watching.stoppingAfter(3), Optional.empty()))
        .isInstanceOf(TrainingStopped.class);
  }

  @Test
  void saysPlainlyThatItDiverged() {
    assertThatThrownBy(() -> train(Recipes.exploding(20), 5, Watching.toTheEnd(), Optional.empty()))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("diverged in step");
  }

  @Test
  void triesSmallerBatchesWhereMemoryDoesNotSuffice() {
    Dataset greedy = new ShortOfMemoryOnce(dataset, 2 * dataset.training().size() + 40);

    assertThatThrownBy(
            () ->
                new FinalistTraining(SPACE, GENOTYPE, greedy, recipe(running(60, ENTROPY), 20), 1)
                    .train(new QuietObserver(), work, Optional.empty()))
        .isInstanceOf(OutOfMemoryException.class)
        .hasMessageContaining("a step with 8 went through");
  }

  @Test
  void refusesTheCheckpointOfAnotherTraining() {
    train(running(2, ENTROPY), 2, Watching.checkpointingEvery(1), Optional.empty());
    Optional<Path> checkpoint = Optional.of(work.resolve("checkpoint-1"));

    assertThatThrownBy(() -> train(running(2, ENTROPY), 1, Watching.toTheEnd(), checkpoint))
        .isInstanceOf(InvalidCheckpointException.class)
        .hasMessageContaining("selection");
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    TrainingRecipe two =
        Recipes.with(2, new Paths(new Paths.Policy.Uniform(), 2, 1, new Paths.Source.Own()));
    NetworkProtocol many = new NetworkProtocol(Split.VALIDATION, pgd(), 97, 32, 0, 1);
    FinalistRecipe wants97 =
        new FinalistRecipe(
            running(2, ENTROPY),
            new Origin.Scratch(),
            new Guidance.Labels(),
            new CheckpointSelection(1, many));

    assertThatThrownBy(() -> recipe(two, 1)).hasMessageContaining("has one path");
    assertThatThrownBy(() -> new CheckpointSelection(1, protocol(Split.TEST)))
        .hasMessageContaining("validation images alone");
    assertThatThrownBy(() -> new FinalistTraining(SPACE, GENOTYPE, dataset, wants97, 1))
        .hasMessageContaining("97 validation images are wanted");
    assertThatThrownBy(() -> new SupernetTraining(SPACE, dataset, running(2, ENTROPY), 1))
        .hasMessageContaining("share no running statistics");
  }

  private TrainedFinalist train(
      TrainingRecipe recipe, int interval, Watching watching, Optional<Path> checkpoint) {
    return new FinalistTraining(SPACE, GENOTYPE, dataset, recipe(recipe, interval), 1)
        .train(watching, work, checkpoint);
  }

  private static FinalistRecipe recipe(TrainingRecipe recipe, int interval) {
    return new FinalistRecipe(
        recipe, new Origin.Scratch(), new Guidance.Labels(), selection(interval));
  }

  private static TrainingRecipe running(int steps, Loss loss) {
    return Recipes.with(steps, CraftingStatistics.RUNNING, loss);
  }

  private static CheckpointSelection selection(int interval) {
    return new CheckpointSelection(interval, protocol(Split.VALIDATION));
  }

  private static NetworkProtocol protocol(Split split) {
    return new NetworkProtocol(split, pgd(), 96, 32, 0, 1);
  }

  private static Attack pgd() {
    return new Attack.Pgd(EPSILON, EPSILON / 4, 5, 1, Start.RANDOM);
  }

  private Measurement measure(TrainedFinalist trained, Split split) {
    try (NetworkMeasuring measuring =
        new NetworkMeasuring(trained.file(), SPACE, GENOTYPE, dataset, protocol(split))) {
      return measuring.measure(new Patient());
    }
  }

  private static double value(Map<String, Double> metrics, String name) {
    return Objects.requireNonNull(metrics.get(name), name);
  }

  /** Whose training images are all of one class. */
  private record Mislabelled(Dataset sound) implements Dataset {
    @Override
    public Images training() {
      return new Images() {
        @Override
        public int size() {
          return sound.training().size();
        }

        @Override
        public int label(int index) {
          return 0;
        }

        @Override
        public void copyPixels(int index, byte[] target, int offset) {
          sound.training().copyPixels(index, target, offset);
        }
      };
    }

    @Override
    public Images validation() {
      return sound.validation();
    }

    @Override
    public Images test() {
      return sound.test();
    }

    @Override
    public String name() {
      return sound.name();
    }

    @Override
    public InputShape shape() {
      return sound.shape();
    }

    @Override
    public int classes() {
      return sound.classes();
    }

    @Override
    public String digest() {
      return sound.digest();
    }
  }

  private static final class Patient implements MeasuringObserver {
    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }
}
