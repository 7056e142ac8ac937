package io.tamnas.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.kill.JobReport;
import io.tamnas.chaos.kill.KillPlan;
import io.tamnas.chaos.kill.KillTable;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A rolling restart and five kills in one job. */
class CrashIT {

  static final SmallJob JOB = SmallJob.ofSearch(3, 3);

  @Test
  void findsTheSameWhereProcessesAreKilledAndRestarted() throws InterruptedException {
    KillPlan plan = KillPlan.ofAll(new SplittableRandom(Jobs.SEED));

    JobReport report = Jobs.killed("killed", JOB, Jobs.SEED, plan);

    Jobs.publish("kills-of-one-job.md", new KillTable(List.of(report)).text());
    assertThat(report.differences()).isEmpty();
    assertThat(report.deaths()).hasSameSizeAs(plan.kills());
  }
}
