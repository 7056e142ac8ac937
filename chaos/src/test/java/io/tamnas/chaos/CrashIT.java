package io.tamnas.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.kill.JobReport;
import io.tamnas.chaos.kill.Kill;
import io.tamnas.chaos.kill.Kill.Manner;
import io.tamnas.chaos.kill.KillPlan;
import io.tamnas.chaos.kill.KillTable;
import io.tamnas.chaos.kill.Moment;
import io.tamnas.chaos.kill.Moment.Within;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Five kills and a rolling restart in one job. */
class CrashIT {

  static final SmallJob JOB = SmallJob.ofSearch(3, 2);

  private static final Duration OUTAGE = Duration.ofMillis(300);
  private static final Set<Member> REPLICAS =
      EnumSet.of(Member.FIRST_SERVICE, Member.SECOND_SERVICE);

  private static final KillPlan PLAN =
      new KillPlan(
          List.of(
              new Kill(at(State.TRAINING_SUPERNET, 0), REPLICAS, Duration.ZERO, Manner.ROLLING),
              kill(
                  new Moment(State.TRAINING_SUPERNET, 0.5, Within.UPLOAD),
                  EnumSet.of(Member.TRAINER, Member.FIRST_SERVICE)),
              kill(at(State.TRAINING_SUPERNET, 0.8), EnumSet.of(Member.DATABASE)),
              kill(
                  at(State.SEARCHING, 0.1),
                  EnumSet.of(Member.FIRST_EVALUATOR, Member.SECOND_EVALUATOR)),
              kill(at(State.SEARCHING, 0.4), REPLICAS),
              kill(at(State.SEARCHING, 0.7), EnumSet.of(Member.DATABASE, Member.FIRST_EVALUATOR))));

  @Test
  void findsTheSameWhereProcessesAreKilledAndRestarted() throws InterruptedException {
    JobReport report = Jobs.killed("killed", JOB, 0, PLAN);

    Jobs.publish("kills-of-one-job.md", new KillTable(List.of(report)).text());
    assertThat(report.differences()).isEmpty();
    assertThat(report.deaths()).hasSameSizeAs(PLAN.kills());
  }

  private static Moment at(State phase, double share) {
    return new Moment(phase, share, Within.ANYTHING);
  }

  private static Kill kill(Moment moment, Set<Member> victims) {
    return new Kill(moment, victims, OUTAGE, Manner.KILLED);
  }
}
