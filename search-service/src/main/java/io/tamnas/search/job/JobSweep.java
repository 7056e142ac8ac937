package io.tamnas.search.job;

import io.opentelemetry.context.Scope;
import io.tamnas.search.database.DatabaseAway;
import io.tamnas.search.pulse.Watched;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.trace.JobTraces;
import io.tamnas.search.trace.LogScope;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Repairs jobs that stand still although something is due, such as after a crash. */
@Component
class JobSweep {

  private static final Logger log = LoggerFactory.getLogger(JobSweep.class);

  private final JobRows rows;
  private final Jobs jobs;
  private final Tasks tasks;
  private final JobTraces traces;

  JobSweep(JobRows rows, Jobs jobs, Tasks tasks, JobTraces traces) {
    this.rows = rows;
    this.jobs = jobs;
    this.tasks = tasks;
    this.traces = traces;
  }

  @Watched
  @Scheduled(fixedDelayString = "${tamnas.dispatch.sweep:5s}")
  void repair() {
    rows.idsIn(JobState.QUEUED).forEach(this::repair);
    rows.idsIn(JobState.SEARCHING).forEach(this::repair);
    rows.idsIn(JobState.FINALIZING).forEach(this::repair);
    tasks.announce();
  }

  private void repair(UUID job) {
    try (Scope _ = traces.of(job).makeCurrent();
        LogScope _ = LogScope.ofJob(job)) {
      repairNow(job);
    }
  }

  private void repairNow(UUID job) {
    try {
      jobs.repair(job);
    } catch (RuntimeException e) {
      if (DatabaseAway.isToldBy(e)) {
        throw e;
      }
      log.error("job {} cannot be repaired now", job, e);
    }
  }
}
