package io.tamnas.search.metric;

import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.search.task.Attempts;
import io.tamnas.search.task.UnusableResult;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was observed, in numbered batches; a batch counts once, however often it comes. */
@Component
public class Metrics {

  /** What names look like. */
  public static final String NAMES = "1 to 100 characters, none of them a control character";

  private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final Attempts attempts;

  Metrics(JdbcClient database, JdbcTemplate batches, Attempts attempts) {
    this.database = database;
    this.batches = batches;
    this.attempts = attempts;
  }

  /** One observation. */
  public record Observation(String name, long step, double value) {}

  /** Whether a metric can have that name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Keeps a batch of an attempt that owns its task.
   *
   * @throws io.tamnas.search.task.StaleAttempt where it does not
   */
  @Transactional
  public void add(UUID task, int attempt, MetricBatch batch) {
    check(batch);
    attempts.requireOwner(task, attempt);
    int added =
        database
            .sql(
                """
                insert into metric_batch (task, attempt, number) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(task, attempt, batch.number())
            .update();
    if (added == 1) {
      insert(task, attempt, batch);
    }
  }

  /**
   * What the job's training observed after that step, by step and name. Where several attempts
   * observed the same step, the last one's counts. A step is given whole or not at all.
   *
   * @param name only this one; all where absent
   * @param limit what is enough; a last step may go beyond it
   */
  public List<Observation> of(UUID job, @Nullable String name, long after, int limit) {
    return database
        .sql(
            """
            select name, step, value from (
              select name, step, value from (
                select distinct on (m.step, m.name) m.name, m.step, m.value
                from metric m join task t on t.id = m.task
                where t.job = :job and t.kind = 'TRAIN_SUPERNET' and m.step > :after
                  and (cast(:name as text) is null or m.name = :name)
                order by m.step, m.name, m.attempt desc, m.batch desc, m.position desc) latest
              order by step fetch first (:limit) rows with ties) whole_steps
            order by step, name
            """)
        .param("job", job)
        .param("after", after)
        .param("name", name)
        .param("limit", limit)
        .query(Observation.class)
        .list();
  }

  /** Since when the job's metrics are deleted for their age; empty while they are there. */
  public Optional<Instant> deletedAt(UUID job) {
    return database
        .sql(
            """
            select metrics_deleted_at from search_job
            where id = ? and metrics_deleted_at is not null
            """)
        .param(job)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static void check(MetricBatch batch) {
    if (batch.number() < 1) {
      throw new UnusableResult("number must be at least 1, is " + batch.number());
    }
    for (MetricBatch.Metric metric : batch.metrics()) {
      if (metric.name() == null || !isName(metric.name()) || !Double.isFinite(metric.value())) {
        throw new UnusableResult(
            "a metric needs a name of " + NAMES + ", and a finite value, not " + metric);
      }
    }
  }

  private void insert(UUID task, int attempt, MetricBatch batch) {
    List<MetricBatch.Metric> metrics = batch.metrics();
    List<Object[]> rows = new ArrayList<>(metrics.size());
    for (int i = 0; i < metrics.size(); i++) {
      MetricBatch.Metric metric = metrics.get(i);
      rows.add(
          new Object[] {
            task, attempt, batch.number(), i, metric.name(), metric.step(), metric.value()
          });
    }
    batches.batchUpdate(
        """
        insert into metric (task, attempt, batch, position, name, step, value)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }
}
