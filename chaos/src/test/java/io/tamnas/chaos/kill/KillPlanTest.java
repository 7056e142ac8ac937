package io.tamnas.chaos.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.job.SmallJob.Baseline;
import io.tamnas.chaos.kill.Kill.Manner;
import io.tamnas.chaos.kill.Moment.Within;
import io.tamnas.quickstart.job.JobStatus.State;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillPlanTest {

  private static final List<KillPlan> PLANS =
      IntStream.range(0, 25).mapToObj(seed -> draw(seed, seed % 2)).toList();

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(draw(7, 1)).isEqualTo(draw(7, 1)).isNotEqualTo(draw(8, 1));
  }

  @Test
  void killsAtLeastThreeTimes() {
    assertThat(PLANS).allMatch(plan -> plan.count() >= 3);
  }

  @Test
  void goesFromPhaseToPhase() {
    assertThat(PLANS)
        .allSatisfy(
            plan ->
                assertThat(plan.kills())
                    .extracting(kill -> kill.moment().phase())
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .contains(State.TRAINING_SUPERNET, State.SEARCHING));
  }

  @Test
  void reachesFinalistsWhereThereAreSome() {
    assertThat(draw(1, 1).kills()).anyMatch(kill -> kill.moment().phase() == State.FINALIZING);
    assertThat(draw(1, 0).kills()).noneMatch(kill -> kill.moment().phase() == State.FINALIZING);
  }

  @Test
  void killsEveryoneSometime() {
    Set<Member> victims =
        PLANS.stream()
            .flatMap(plan -> plan.kills().stream())
            .flatMap(kill -> kill.victims().stream())
            .collect(Collectors.toSet());

    assertThat(victims).containsExactlyInAnyOrder(Member.values());
  }

  @Test
  void killsTwoAtOnceAndInUploadsAndRestartsInOrder() {
    assertThat(some(kill -> kill.victims().size() == 2 && kill.manner() == Manner.KILLED)).isTrue();
    assertThat(some(kill -> kill.moment().within() == Within.UPLOAD)).isTrue();
    assertThat(some(kill -> kill.manner() == Manner.ROLLING)).isTrue();
  }

  @Test
  void killsFiveTimesAndSparesNobodyWhereAllAreMeant() {
    for (int seed = 0; seed < 25; seed++) {
      KillPlan plan = KillPlan.ofAll(new SplittableRandom(seed));

      assertThat(plan.count()).isEqualTo(5);
      assertThat(plan.kills().getFirst().manner()).isEqualTo(Manner.ROLLING);
      assertThat(plan.kills())
          .flatExtracting(Kill::victims)
          .contains(
              Member.DATABASE,
              Member.FIRST_SERVICE,
              Member.SECOND_SERVICE,
              Member.FIRST_EVALUATOR,
              Member.SECOND_EVALUATOR);
    }
  }

  private static boolean some(Predicate<Kill> wanted) {
    return PLANS.stream().flatMap(plan -> plan.kills().stream()).anyMatch(wanted);
  }

  private static KillPlan draw(int seed, int finalists) {
    return KillPlan.draw(new SmallJob(1, 2, Baseline.NONE, finalists), new SplittableRandom(seed));
  }
}
