package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.nets.training.Paths.Policy;
import io.tamnas.nets.training.Paths.Source;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a crafter that notes whom it is given, and gives each group images of its own. */
class CraftedTeachingTest {
  private static final SearchSpace SPACE = TinySpaces.everything();
  private static final Shape SHAPE = new Shape(4, 3, 8, 8);
  private static final int[] CLASSES = {0, 1, 2, 3};
  private static final int STEP = 3;

  private final List<Call> calls = new ArrayList<>();
  private TrainingState state;
  private NDManager scratch;

  /** What the crafter was given, by the logits of the clean images. */
  private record Call(int group, List<List<Float>> adversaries, List<Float> pupil) {}

  @BeforeEach
  void open() {
    Engines.configure(1, DeviceChoice.CPU);
    state = States.fresh(SPACE);
    scratch = state.manager().newSubManager();
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void craftsAgainstTheFirstPathOfTheGroup() {
    Genotype first = groups(new Source.Own()).getFirst().trained().getFirst();
    List<Float> expected = logits(first);

    teach(new Source.Own());

    assertThat(calls.getFirst().adversaries()).containsExactly(expected);
  }

  @Test
  void craftsAgainstTheLargestPath() {
    List<Float> expected = logits(new OpenChoices(SPACE, new Warmup(0)).largest(STEP));

    teach(new Source.Largest());

    assertThat(calls)
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.adversaries()).containsExactly(expected));
  }

  @Test
  void craftsAgainstAPathThatDoesNotLearn() {
    PathDraw.Group group = groups(new Source.RandomOther()).getFirst();
    List<Float> expected = logits(group.sources().getFirst());
    List<List<Float>> learning = group.trained().stream().map(this::logits).toList();

    teach(new Source.RandomOther());

    assertThat(calls.getFirst().adversaries()).containsExactly(expected);
    assertThat(learning).doesNotContain(expected);
  }

  @Test
  void showsTheCrafterTheFirstPathThatLearns() {
    List<List<Float>> expected =
        groups(new Source.Largest()).stream().map(g -> logits(g.trained().getFirst())).toList();

    teach(new Source.Largest());

    assertThat(calls).extracting(Call::pupil).isEqualTo(expected);
  }

  @Test
  void craftsOncePerGroupForAllOfItsPaths() {
    List<PathDraw.Group> groups = groups(new Source.Own());
    double expected = 0;
    for (int group = 0; group < groups.size(); group++) {
      for (Genotype path : groups.get(group).trained()) {
        expected += loss(path, crafted(group)) / 4 / CLASSES.length;
      }
    }

    Teaching.Result result = teach(new Source.Own());

    assertThat(groups).extracting(group -> group.trained().size()).containsExactly(2, 2);
    assertThat(calls).extracting(Call::group).containsExactly(0, 1);
    assertThat(result.loss()).isCloseTo(expected, within(1e-5));
  }

  private Teaching.Result teach(Source source) {
    TrainingRecipe recipe = recipe(source);
    Normalizing normalizing = Normalizing.of(state);
    Goal goal = new LabelGoal(recipe.loss(), 4);
    return new CraftedTeaching(
            state.weights(),
            new Adversaries(goal, recipe.crafting(), normalizing),
            this::note,
            new Learning(goal, normalizing),
            new WeightPerturbation(0),
            WeightUpdate.of(recipe, state, 4))
        .teach(lesson(groups(source)));
  }

  private NDArray note(Lesson lesson, int group, List<Adversary> adversaries, Classifier pupil) {
    List<List<Float>> logits =
        adversaries.stream().map(a -> floats(a.classifier().logits(lesson.images()))).toList();
    calls.add(new Call(group, logits, floats(pupil.logits(lesson.images()))));
    return crafted(group);
  }

  private Lesson lesson(List<PathDraw.Group> groups) {
    NDArray labels = scratch.create(new long[] {0, 1, 2, 3});
    return new Lesson(STEP, groups, noise(1), labels, CLASSES, () -> {}, scratch);
  }

  /** Four paths in groups of two. */
  private static List<PathDraw.Group> groups(Source source) {
    return new PathDraw(SPACE, new Warmup(0), recipe(source).paths(), 1).at(STEP);
  }

  private static TrainingRecipe recipe(Source source) {
    return Recipes.with(10, new Paths(new Policy.Uniform(), 4, 2, source));
  }

  private List<Float> logits(Genotype path) {
    NetworkPlan plan = state.plan().path(path);
    Classifier classifier = learning().classifier(plan, state.weights().copy(scratch));
    return floats(classifier.logits(noise(1)));
  }

  private double loss(Genotype path, NDArray crafted) {
    NetworkPlan plan = state.plan().path(path);
    PathVariables variables = new PathVariables(state.weights(), plan, scratch);
    return learning().at(lesson(List.of()), plan, variables, crafted).loss();
  }

  private Learning learning() {
    return new Learning(
        new LabelGoal(recipe(new Source.Own()).loss(), 4), Normalizing.ofBatches(scratch));
  }

  private NDArray crafted(int group) {
    return noise(10L + group);
  }

  private NDArray noise(long key) {
    float[] pixels = new float[(int) SHAPE.size()];
    new NoiseStream(key, pixels.length).fill(0, pixels, 0);
    return scratch.create(pixels, SHAPE);
  }

  private static List<Float> floats(NDArray values) {
    List<Float> floats = new ArrayList<>();
    for (float value : values.toFloatArray()) {
      floats.add(value);
    }
    return floats;
  }
}
