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
@Tag("long")
class CrashesIT {

  private static final int JOBS = Integer.getInteger("chaos.jobs", 25);
  private static final int FEWEST_KILLS = 3;

  /** Each is run undisturbed once. */
  private static final List<SmallJob> KINDS =
      List.of(
          SmallJob.ofSearch(10, 6),
          new SmallJob(11, 4, Baseline.NONE, 1),
          new SmallJob(12, 4, Baseline.RANDOM, 0),
          new SmallJob(13, 4, Baseline.RANDOM, 1),
          SmallJob.ofSearch(14, 6));

  @Test
  void allFindTheSameAsUndisturbed() throws InterruptedException {
    List<JobReport> reports = new ArrayList<>();
    for (int seed = 1; seed <= JOBS; seed++) {
      SmallJob job = KINDS.get(seed % KINDS.size());
      KillPlan plan = KillPlan.draw(job, new SplittableRandom(seed));
      reports.add(Jobs.killed("killed-" + seed, job, seed, plan));
      Jobs.publish("kills.md", new KillTable(reports).text());
    }

    assertThat(reports).allMatch(JobReport::isIdentical);
    assertThat(reports).allMatch(report -> report.kills() >= FEWEST_KILLS);
  }
}
