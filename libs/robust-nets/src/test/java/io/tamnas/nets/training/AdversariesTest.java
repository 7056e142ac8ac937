package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Statistics;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.random.NoiseStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdversariesTest {
  private static final Shape SHAPE = new Shape(16, 3, 8, 8);

  private TrainingState state;
  private NDArray images;
  private NDArray labels;

  @BeforeEach
  void open() {
    Engines.configure(1, DeviceChoice.CPU);
    state = States.fresh(TinySpaces.single());
    float[] pixels = new float[(int) SHAPE.size()];
    new NoiseStream(1, pixels.length).fill(0, pixels, 0);
    images = state.manager().create(pixels, SHAPE);
    labels = state.manager().create(new long[16]);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void givesFrozenStatisticsTheLogitsOfTheCleanBatchNearly() {
    NDArray batch = adversary(CraftingStatistics.BATCH).classifier().logits(images);
    NDArray frozen = adversary(CraftingStatistics.FROZEN).classifier().logits(images);

    assertThat(frozen.sub(batch).abs().max().getFloat())
        .isLessThan(0.05f * batch.abs().max().getFloat());
  }

  @Test
  void judgesEachImageForItselfUnderFrozenStatistics() {
    Adversary frozen = adversary(CraftingStatistics.FROZEN);
    Adversary batch = adversary(CraftingStatistics.BATCH);
    NDArray few = images.get(":4");

    assertThat(distance(frozen, few)).isLessThan(1e-4f);
    assertThat(distance(batch, few)).isGreaterThan(1e-3f);
  }

  private float distance(Adversary adversary, NDArray few) {
    NDArray alone = adversary.classifier().logits(few);
    NDArray among = adversary.classifier().logits(images).get(":4");
    return alone.sub(among).abs().max().getFloat();
  }

  /** Few images, so that the two variances differ by much. */
  @Test
  void foldsTheUnbiasedVarianceOfTheCleanBatch() {
    images = images.get(":2");
    labels = labels.get(":2");
    NDArray moved = images.mul(0.9f);
    NDArray frozen = adversary(CraftingStatistics.FROZEN).classifier().logits(moved);
    float scale = frozen.abs().max().getFloat();

    assertThat(frozen.sub(byHand(moved, 1)).abs().max().getFloat()).isLessThan(1e-4f * scale);
    assertThat(frozen.sub(byHand(moved, 0)).abs().max().getFloat()).isGreaterThan(1e-3f * scale);
  }

  /**
   * Logits under the clean batch's means and variances.
   *
   * @param lost how many of a channel's values the variance is not divided by: 1 where unbiased
   */
  private NDArray byHand(NDArray moved, int lost) {
    NDManager manager = state.manager();
    RunningStatistics remembered = new RunningStatistics(manager);
    BatchStatistics own = new BatchStatistics(manager);
    forward(
        (unit, convolved, scale, shift) -> {
          remember(remembered.of(unit), convolved, lost);
          return own.normalize(unit, convolved, scale, shift);
        },
        images);
    return forward(remembered, moved);
  }

  private static void remember(RunningStatistics.Moments moments, NDArray convolved, int lost) {
    int channels = (int) convolved.getShape().get(1);
    float[] means = new float[channels];
    float[] variances = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      float[] values = convolved.get(":," + channel).toFloatArray();
      double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
      mean /= values.length;
      double squares = 0;
      for (float value : values) {
        squares += (value - mean) * (value - mean);
      }
      means[channel] = (float) mean;
      variances[channel] = (float) (squares / (values.length - lost));
    }
    moments.mean().set(means);
    moments.variance().set(variances);
  }

  private NDArray forward(Statistics statistics, NDArray batch) {
    NDManager manager = state.manager();
    Unfolded execution =
        new Unfolded(
            state.weights().copy(manager), NetworkScaling.NONE, statistics, new Constants(manager));
    return state.plan().path(TinySpaces.first(state.plan().space())).forward(execution, batch);
  }

  @Test
  void climbsTheDivergenceFromTheCleanClassesInTrades() {
    Adversary trades = adversary(CraftingStatistics.BATCH, new Loss.Trades(6, 0));
    Adversary entropy = adversary(CraftingStatistics.BATCH, new Loss.CrossEntropy(0));
    NDArray logits = trades.classifier().logits(images);

    assertThat(trades.climbed().apply(logits).getFloat()).isBetween(-1e-4f, 1e-4f);
    assertThat(trades.climbed().apply(logits.mul(2)).getFloat()).isGreaterThan(1e-3f);
    assertThat(entropy.climbed().apply(logits).getFloat()).isGreaterThan(1);
  }

  private Adversary adversary(CraftingStatistics crafting) {
    return adversary(crafting, new Loss.CrossEntropy(0));
  }

  private Adversary adversary(CraftingStatistics crafting, Loss loss) {
    NetworkPlan path = state.plan().path(TinySpaces.first(state.plan().space()));
    return new Adversaries(new LabelGoal(loss, 4), crafting, Normalizing.of(state))
        .of(path, state.weights().copy(state.manager()), images, labels);
  }
}
