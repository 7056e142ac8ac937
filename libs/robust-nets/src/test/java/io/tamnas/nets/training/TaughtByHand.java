package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.attack.Ball;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.space.Genotype;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A single network that learns in plain loops over numbers: cross-entropy at a rate of 0.1 without
 * momentum, decay, clipping and warm-up. What teachings do to the same network is compared with it.
 */
final class TaughtByHand implements AutoCloseable {
  static final float RATE = 0.1f;
  private static final Shape SHAPE = new Shape(4, 3, 8, 8);
  private static final int[] CLASSES = {0, 1, 2, 3};

  private final InnerAttack attack;
  private final TrainingState state;
  private final Learning learning;
  private final NetworkPlan path;
  private float[] images;
  private float[] crafted;

  TaughtByHand(InnerAttack attack) {
    this.attack = attack;
    this.state = state(attack);
    this.learning = learning(state);
    this.path = state.plan().path(genotype());
    this.images = new float[0];
    this.crafted = new float[0];
  }

  /** So many steps that the rate of the first ones is the peak. */
  static TrainingRecipe recipe(InnerAttack attack) {
    TrainingRecipe plain = Recipes.with(1_000_000, attack, new Loss.CrossEntropy(0));
    Optimizer descent = new Optimizer.Sgd(RATE, 0, 0, Double.MAX_VALUE);
    return Recipes.with(Recipes.with(plain, descent), new Schedule(Schedule.Kind.STEP, 0));
  }

  /** The network that a teaching of the attack begins with, and this too. */
  static TrainingState state(InnerAttack attack) {
    return States.fresh(TinySpaces.single(), recipe(attack));
  }

  /** Images of a step. */
  static Lesson lesson(int step, NDManager manager) {
    NDArray labels = manager.create(new long[] {0, 1, 2, 3});
    PathDraw.Group group = new PathDraw.Group(List.of(genotype()), List.of(genotype()));
    NDArray images = manager.create(pixels(step), SHAPE);
    return new Lesson(step, List.of(group), images, labels, CLASSES, () -> {}, manager);
  }

  /** All of ε from the first step on. */
  static Budget budget(InnerAttack attack) {
    return new Budget(attack, new Warmup(0));
  }

  static CraftingStart start(InnerAttack attack) {
    return CraftingStart.of(new LabelGoal(new Loss.CrossEntropy(0), 4), attack, 1);
  }

  static Learning learning(TrainingState state) {
    return new Learning(new LabelGoal(new Loss.CrossEntropy(0), 4), Normalizing.of(state));
  }

  /** Takes up the images of a step, moved to where crafting begins. */
  void begin(int step) {
    try (NDManager scratch = state.manager().newSubManager()) {
      NDArray clean = lesson(step, scratch).images();
      Ball ball = Ball.around(clean, attack.epsilon());
      images = clean.toFloatArray();
      crafted = start(attack).at(step, 0, ball, clean, attack.epsilon()).toFloatArray();
    }
  }

  /** Sums over the images, by the weights and by the crafted images. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Slopes(Map<String, float[]> weights, float[] images) {}

  /** Of the loss, where the network and the crafted images are now. */
  Slopes slopes() {
    try (NDManager scratch = state.manager().newSubManager()) {
      PathVariables variables = new PathVariables(state.weights(), path, scratch);
      NDArray point = Gradients.variable(scratch.create(crafted, SHAPE), scratch);
      learning.at(lesson(0, scratch), path, variables, point);
      Map<String, float[]> weights = new LinkedHashMap<>();
      for (Parameter parameter : variables.trained()) {
        weights.put(parameter.name(), variables.gradient(parameter).toFloatArray());
      }
      return new Slopes(weights, point.getGradient().toFloatArray());
    }
  }

  /** Moves each pixel by the step size along the slope's sign, within the ball and [0, 1]. */
  void climb(float[] slope) {
    float epsilon = (float) attack.epsilon();
    for (int i = 0; i < crafted.length; i++) {
      float moved = crafted[i] + Math.signum(slope[i]) * (float) attack.stepSize();
      float least = Math.max(0, images[i] - epsilon);
      float greatest = Math.min(1, images[i] + epsilon);
      crafted[i] = Math.min(greatest, Math.max(least, moved));
    }
  }

  /** Moves the weights against the mean over the images. */
  void descend(Map<String, float[]> slopes) {
    for (Parameter parameter : path.parameters(NetworkScaling.NONE)) {
      NDArray weights = state.weights().full(parameter);
      float[] values = weights.toFloatArray();
      float[] slope = slopes.getOrDefault(parameter.name(), new float[values.length]);
      for (int i = 0; i < values.length; i++) {
        values[i] -= RATE * slope[i] / CLASSES.length;
      }
      weights.set(values);
    }
  }

  /** That another network has learned the same. */
  void assertSameWeights(TrainingState other) {
    for (Parameter parameter : path.parameters(NetworkScaling.NONE)) {
      assertThat(other.weights().full(parameter).toFloatArray())
          .as(parameter.name())
          .containsExactly(state.weights().full(parameter).toFloatArray(), within(2e-5f));
    }
  }

  /** How many tensors in the shape of the images a manager has. */
  static long openImages(NDManager manager) {
    return manager.getManagedArrays().stream()
        .filter(array -> array.getShape().equals(SHAPE))
        .count();
  }

  private static Genotype genotype() {
    return TinySpaces.first(TinySpaces.single());
  }

  private static float[] pixels(int step) {
    float[] pixels = new float[(int) SHAPE.size()];
    new NoiseStream(step + 1L, pixels.length).fill(0, pixels, 0);
    return pixels;
  }

  @Override
  public void close() {
    state.close();
  }
}
