package io.tamnas.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.job.SmallJob.Baseline;
import io.tamnas.chaos.kill.JobReport;
import io.tamnas.chaos.kill.KillPlan;
import io.tamnas.chaos.kill.KillTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many jobs, in each of which processes drawn from its seed are killed at moments drawn from it.
 */
@Tag("chaos")
@Tag("long")
class CrashesIT {

  private static final int JOBS = Integer.getInteger("chaos.jobs", 25);
  private static final int FEWEST_KILLS = 3;

  /** Each is run undisturbed once. */
  private static final List<SmallJob> KINDS =
      List.of(
          SmallJob.ofSearch(10, 6),
          SmallJob.ofSearch(11, 6),
          new SmallJob(12, 3, Baseline.RANDOM, 1));

  @Test
  void allFindTheSameAsUndisturbed() throws InterruptedException {
    List<JobReport> reports = new ArrayList<>();
    for (long seed = Jobs.SEED; seed < Jobs.SEED + JOBS; seed++) {
      reports.add(killed(seed));
      Jobs.publish("kills.md", new KillTable(reports).text());
    }

    assertThat(reports).allMatch(JobReport::isIdentical);
    assertThat(reports).allMatch(report -> report.kills() >= FEWEST_KILLS);
  }

  private static JobReport killed(long seed) throws InterruptedException {
    SmallJob job = KINDS.get(Math.floorMod(seed, KINDS.size()));
    KillPlan plan = KillPlan.draw(job, new SplittableRandom(seed));
    try {
      return Jobs.killed("killed-" + seed, job, seed, plan);
    } catch (RuntimeException e) {
      e.printStackTrace();
      return JobReport.failed(
          job, seed, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }
}
