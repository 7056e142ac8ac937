package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What noise the parts of an attack draw, on a classifier that none of them misleads. */
class StartsTest {
  private static final int PIXELS = 3 * 4 * 4;
  private static final double EPSILON = 0.03;

  private final List<NoiseStream> drawn = new ArrayList<>();
  private NDManager manager;
  private Classifier steadfast;

  @BeforeEach
  void openClassifier() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    float[] weights = new float[PIXELS * 4];
    new NoiseStream(0, weights.length).fill(0, weights, 0);
    NDArray slopes = manager.create(weights, new Shape(PIXELS, 4));
    NDArray lead = manager.create(new float[] {100, 3, 2, 1});
    steadfast = x -> x.reshape(-1, PIXELS).matMul(slopes).add(lead);
  }

  @AfterEach
  void closeClassifier() {
    manager.close();
  }

  @Test
  void givesEveryAttackOfASequenceStreamsOfItsOwn() {
    attack(
        new Attack.Sequence(
            List.of(
                new Attack.ApgdCe(EPSILON, 2, 2),
                new Attack.AutoAttack(EPSILON),
                new Attack.FabT(EPSILON, 2, 2, 3),
                new Attack.Square(EPSILON, 2, 2),
                new Attack.ApgdT(EPSILON, 2, 1, 3))));

    assertThat(drawn)
        .as("two runs, the ensemble's 1 + 3 + 0 + 1, each target's second, two, three targets")
        .hasSize(2 + 5 + 3 + 2 + 3)
        .doesNotHaveDuplicates();
  }

  @Test
  void givesTheFirstAttackOfASequenceTheStreamsThatItHasAlone() {
    Attack first = new Attack.ApgdCe(EPSILON, 2, 2);
    attack(first);
    List<NoiseStream> alone = List.copyOf(drawn);
    drawn.clear();
    attack(new Attack.Sequence(List.of(first, new Attack.Square(EPSILON, 2, 1))));

    assertThat(drawn).hasSize(3).startsWith(alone.toArray(NoiseStream[]::new));
  }

  private void attack(Attack attack) {
    Starts seeded = Starts.seeded(1, PIXELS);
    Starts recording =
        run -> {
          NoiseStream stream = seeded.ofRun(run);
          drawn.add(stream);
          return stream;
        };
    NDArray image = manager.full(new Shape(1, 3, 4, 4), 0.5f);
    int robust =
        new Attacker(steadfast, attack, recording).judge(image, new int[1], 0).robustCount();
    assertThat(robust).isEqualTo(1);
  }
}
