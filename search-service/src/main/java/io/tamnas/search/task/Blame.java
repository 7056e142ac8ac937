package io.tamnas.search.task;

import io.tamnas.search.worker.Workers;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose fault it is that attempts fail for the infrastructure's sake or are lost. Several tasks in
 * a row on one worker are the worker's fault, and it is quarantined; one task on several workers is
 * the task's fault, and counts against none of them.
 */
@Component
@EnableConfigurationProperties(QuarantineSettings.class)
class Blame {

  private final JdbcClient database;
  private final Workers workers;
  private final QuarantineSettings settings;

  Blame(JdbcClient database, Workers workers, QuarantineSettings settings) {
    this.database = database;
    this.workers = workers;
    this.settings = settings;
  }

  /** A worker that is the one that had the attempt, and how it has done since it was trusted. */
  private record Standing(String id, UUID incarnation, int quarantines, int failed) {}

  /** The attempt has failed so: the next one goes to another worker, if one is idle. */
  void failed(UUID task, int attempt, String reason) {
    database
        .sql(
            """
            update task t set failed_on = a.worker from attempt a
            where t.id = ? and a.task = t.id and a.number = ?
            """)
        .params(task, attempt)
        .update();
    database
        .sql(
            """
            select w.id, w.incarnation, w.quarantines, count(distinct a.task) as failed
            from attempt last
              join worker w on w.id = last.worker and w.incarnation = last.incarnation
              join attempt a on a.worker = w.id and a.incarnation = w.incarnation
            where last.task = ? and last.number = ? and a.ended_at >= w.trusted_at
              and a.state = 'FAILED' and a.failure_class in ('INFRASTRUCTURE', 'LEASE_EXPIRED')
              and not exists (select from attempt other
                where other.task = a.task and other.worker <> a.worker
                  and other.state = 'FAILED'
                  and other.failure_class in ('INFRASTRUCTURE', 'LEASE_EXPIRED'))
            group by w.id
            """)
        .params(task, attempt)
        .query(Standing.class)
        .optional()
        .filter(worker -> worker.failed() >= settings.bearable(worker.quarantines()))
        .ifPresent(worker -> quarantine(worker, reason));
  }

  private void quarantine(Standing worker, String reason) {
    workers.quarantine(
        worker.id(),
        worker.incarnation(),
        settings.seconds(worker.quarantines()),
        worker.quarantines() > 0
            ? "it failed again after a quarantine: " + reason
            : "it failed %d tasks in a row; the last: %s".formatted(worker.failed(), reason));
  }
}
