package io.tamnas.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.kill.JobReport;
import io.tamnas.chaos.kill.KillPlan;
import io.tamnas.chaos.kill.KillTable;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A job under which the replicas of the service are restarted in turn, and nothing else happens.
 */
@Tag("chaos")
@Tag("long")
class RollingIT {

  @Test
  void losesNothing() throws InterruptedException {
    JobReport report = Jobs.killed("rolled", CrashIT.JOB, 0, KillPlan.ofRestarts());

    Jobs.publish("restarts.md", new KillTable(List.of(report)).text());
    assertThat(report.differences()).isEmpty();
    assertThat(report.lost()).isZero();
    assertThat(report.deaths()).isNotEmpty();
  }
}
