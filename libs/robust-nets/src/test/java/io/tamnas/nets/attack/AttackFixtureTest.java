package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.ReferenceNetwork;
import io.tamnas.nets.random.NoiseStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  @ParameterizedTest
  @MethodSource("fewSteps")
  void judgesAnImageAlikeInAnyCompany(Attack attack) {
    assertJudgesAlike(attack);
  }

  static List<Attack> fewSteps() {
    return attacks(5, 5);
  }

  @ParameterizedTest
  @MethodSource("allSteps")
  @Tag("slow")
  void judgesAnImageAlikeInAnyCompanyToTheEnd(Attack attack) {
    assertJudgesAlike(attack);
  }

  static List<Attack> allSteps() {
    return attacks(20, 30);
  }

  private static List<Attack> attacks(int pgdSteps, int marginSteps) {
    return List.of(
        new Attack.Fgsm(EPSILON),
        new Attack.Pgd(EPSILON, STEP, pgdSteps, 1, Start.RANDOM),
        new Attack.Cw(EPSILON, STEP, marginSteps, 1, Start.CLEAN));
  }

  private void assertJudgesAlike(Attack attack) {
    boolean[] expected = judge(attack, 256).robust();
    int[] backwards = IntStream.range(0, 256).map(i -> 255 - i).toArray();
    NDArray reversed = Rows.of(network.images(), Rows.numbers(manager, backwards));

    boolean[] found =
        attacker(attack, 1)
            .judge(reversed, Rows.pick(network.labels(), backwards), backwards)
            .robust();

    assertThat(judge(attack, 64).robust()).isEqualTo(expected);
    assertThat(judge(attack, 16).robust()).isEqualTo(expected);
    for (int i = 0; i < 256; i++) {
      assertThat(found[i]).isEqualTo(expected[backwards[i]]);
    }
  }

  @Test
  void climbsToTheSameImagesAsTheReference() {
    Victims victims =
        new Victims(
            network.folded(),
            network.images().get("0:8"),
            Arrays.copyOf(network.labels(), 8),
            Rows.all(8));
    LogitLoss loss = LogitLosses.crossEntropy(victims.labels());
    try (Climbers climbers = new Climbers(victims, EPSILON, Finals.UNWANTED)) {
      for (int step = 0; step < 20; step++) {
        try (NDManager scratch = manager.newSubManager()) {
          Ascent found = Ascent.at(victims.classifier(), climbers.images(), loss, scratch);
          climbers.move(found.gradient().sign().mul((float) STEP).add(climbers.images()));
        }
      }
      NDArray distance = climbers.images().sub(network.expected("pgd20_adversarial_first8")).abs();

      assertThat(distance.gt(1e-4).toType(DataType.FLOAT32, true).mean().getFloat())
          .isLessThan(0.01f);
    }
  }

  private Verdicts judge(Attack attack, int batch) {
    return judge(attack, batch, 1);
  }

  private Verdicts judge(Attack attack, int batch, int firstStream) {
    return Batches.judge(attacker(attack, firstStream), network.images(), network.labels(), batch);
  }

  /** Runs draw from the reference's streams, one after the other. */
  private Attacker attacker(Attack attack, int firstStream) {
    Starts starts = run -> new NoiseStream(1_000_000_000L * (firstStream + run), 3072);
    return new Attacker(network.folded(), attack, starts);
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
