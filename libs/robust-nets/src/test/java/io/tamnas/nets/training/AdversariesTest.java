package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.random.NoiseStream;
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
    return new Adversaries(
            Recipes.with(1, crafting, loss),
            new BatchStatistics(state.manager()),
            new Constants(state.manager()))
        .of(path, state.weights().copy(state.manager()), images, labels);
  }
}
