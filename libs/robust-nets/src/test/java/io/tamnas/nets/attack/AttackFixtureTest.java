package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.ReferenceNetwork;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attacks on a trained network against the verdicts of another implementation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackFixtureTest {
  private static final double EPSILON = 8 / 255.0;
  private static final double STEP = 2 / 255.0;

  private NDManager manager;
  private ReferenceNetwork network;

  @BeforeAll
  void openNetwork() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    network = new ReferenceNetwork(manager);
  }

  @AfterAll
  void closeNetwork() {
    manager.close();
  }

  @Test
  void agreesOnCleanImagesAndUnderFgsm() {
    Verdicts verdicts = judge(new Attack.Fgsm(EPSILON), 128);

    assertAgree(verdicts.correct(), "clean");
    assertAgree(verdicts.robust(), "fgsm");
  }

  @Test
  void agreesUnderPgdFromTheCleanImage() {
    assertAgree(judge(new Attack.Pgd(EPSILON, STEP, 20, 1, Start.CLEAN), 256).robust(), "pgd-20");
  }

  @Test
  void agreesUnderPgdFromNoise() {
    assertAgree(
        judge(new Attack.Pgd(EPSILON, STEP, 10, 1, Start.RANDOM), 100).robust(),
        "pgd-10-random-start");
  }

  @Test
  void agreesUnderMomentum() {
    assertAgree(judge(new Attack.MiFgsm(EPSILON, STEP, 10, 1), 256).robust(), "mifgsm-10");
  }

  @Test
  void agreesUnderTheMarginLoss() {
    assertAgree(
        judge(new Attack.Cw(EPSILON, STEP, 30, 1, Start.CLEAN), 256).robust(), "cw-linf-30");
  }

  @Test
  @Tag("slow")
  void agreesUnderAutoPgdOnTheCrossEntropy() {
    assertAgree(judge(new Attack.ApgdCe(EPSILON, 100, 1), 256, 2).robust(), "apgd-ce");
  }

  @Test
  @Tag("slow")
  void agreesUnderTargetedAutoPgd() {
    assertAgree(judge(new Attack.ApgdT(EPSILON, 100, 1, 9), 256, 12).robust(), "apgd-t");
  }

  @Test
  @Tag("slow")
  void leavesAsManyStandingUnderAutoAttackAsTheReference() {
    Attacker attacker =
        new Attacker(network.folded(), new Attack.AutoAttack(EPSILON), Starts.seeded(1, 3072));

    int robust = Batches.judge(attacker, network.images(), network.labels(), 256).robustCount();

    assertThat(robust).isBetween(63 - 2, 63 + 2);
  }

  @Test
  void climbsToTheSameImagesAsTheReference() {
    Classifier classifier = network.folded();
    NDArray clean = network.images().get("0:8");
    NDArray labels =
        manager
            .create(network.labels())
            .get("0:8")
            .toType(ai.djl.ndarray.types.DataType.INT64, true);
    Ball ball = Ball.around(clean, EPSILON);
    NDArray adversarial = clean;
    for (int step = 0; step < 20; step++) {
      NDArray gradient = LossGradient.at(classifier, adversarial, labels).gradient();
      adversarial = ball.ascend(adversarial, gradient, STEP);
    }
    NDArray distance = adversarial.sub(network.expected("pgd20_adversarial_first8")).abs();
    double differing =
        distance.gt(1e-4).toType(ai.djl.ndarray.types.DataType.FLOAT32, true).mean().getFloat();

    assertThat(differing).isLessThan(0.01);
  }

  private Verdicts judge(Attack attack, int batch) {
    return judge(attack, batch, 1);
  }

  /** Runs draw from the reference's streams, one after the other. */
  private Verdicts judge(Attack attack, int batch, int firstStream) {
    Starts starts = run -> new NoiseStream(1_000_000_000L * (firstStream + run), 3072);
    Attacker attacker = new Attacker(network.folded(), attack, starts);
    return Batches.judge(attacker, network.images(), network.labels(), batch);
  }

  private void assertAgree(boolean[] actual, String name) {
    boolean[] expected = network.verdicts(name);
    int same = 0;
    for (int i = 0; i < expected.length; i++) {
      same += actual[i] == expected[i] ? 1 : 0;
    }
    assertThat(same).isGreaterThanOrEqualTo(254);
  }
}
