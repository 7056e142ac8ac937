package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.FencingModel.Attempt;
import io.tamnas.search.task.FencingModel.Job;
import io.tamnas.search.task.FencingModel.Paused;
import io.tamnas.search.task.FencingModel.State;
import io.tamnas.search.task.FencingModel.Task;
import io.tamnas.search.task.FencingModel.Worker;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the tables with the model. */
final class FencingTables {

  private final JdbcClient sql;
  private final FencingModel model;
  private final String[] jobs;

  FencingTables(JdbcClient sql, FencingModel model) {
    this.sql = sql;
    this.model = model;
    this.jobs = model.jobs.keySet().stream().map(UUID::toString).toArray(String[]::new);
  }

  private record TaskRow(
      UUID id,
      UUID job,
      TaskKind kind,
      String subject,
      long number,
      State state,
      int attempts,
      int failures,
      int lost,
      @Nullable String failedOn,
      @Nullable Integer running,
      @Nullable String worker) {}

  /** No task is lost, and each is where it ought to be; new ones are ready. */
  void checkTasks() {
    int[] seen = {0};
    sql.sql(
            """
            select t.id, t.job, t.kind, t.subject, t.number, t.state, t.attempts, t.failures, t.lost,
              t.failed_on, a.number as running, a.worker
            from task t left join attempt a on a.task = t.id and a.state = 'RUNNING'
            where t.job = any (cast(? as uuid[])) order by t.number
            """)
        .param(jobs)
        .query(TaskRow.class)
        .list()
        .forEach(
            row -> {
              seen[0]++;
              check(row);
            });
    assertThat(seen[0]).as("tasks").isEqualTo(model.tasks.size());
  }

  private void check(TaskRow row) {
    Task task =
        model.tasks.computeIfAbsent(
            row.id(),
            id ->
                new Task(
                    id,
                    Objects.requireNonNull(model.jobs.get(row.job())),
                    row.kind(),
                    row.subject(),
                    row.number(),
                    model.now));
    Optional<Attempt> running = task.running();
    assertThat(row)
        .isEqualTo(
            new TaskRow(
                task.id,
                task.job.id,
                task.kind,
                task.subject,
                task.number,
                task.state,
                task.attempts.size(),
                task.failures,
                task.lost,
                task.failedOn,
                running.map(attempt -> attempt.number).orElse(null),
                running.map(attempt -> attempt.worker.id).orElse(null)));
    assertThat(running.isPresent()).isEqualTo(task.state == State.RUNNING);
  }

  private record JobRow(
      UUID id,
      String state,
      @Nullable String pausedBy,
      @Nullable String supernet,
      boolean remainingIsRight) {}

  /** Jobs are where they ought to be, and know how much is left. */
  void checkJobs() {
    sql.sql(
            """
            select j.id, j.state, j.paused_by, j.supernet, coalesce(j.state <> 'SEARCHING'
                or g.remaining = (select count(distinct i.genotype) from individual i
                  where i.job = j.id and i.generation = j.generation and i.measurement is null),
                true) as remaining_is_right
            from search_job j left join generation g on g.job = j.id and g.number = j.generation
            where j.id = any (cast(? as uuid[]))
            """)
        .param(jobs)
        .query(JobRow.class)
        .list()
        .forEach(this::check);
  }

  private void check(JobRow row) {
    Job job = Objects.requireNonNull(model.jobs.get(row.id()));
    if (row.state().equals("SUCCEEDED") && !job.succeeded) {
      assertThat(job.paused).isEqualTo(Paused.NO);
      assertThat(job.cancelled).isFalse();
      assertThat(model.of(job)).allMatch(task -> task.state == State.SUCCEEDED);
      job.succeeded = true;
    }
    String state =
        switch (row.state()) {
          case "PAUSED" -> "PAUSED by " + row.pausedBy();
          case "CANCELLED", "SUCCEEDED" -> row.state();
          default -> "OPEN";
        };
    assertThat(state).isEqualTo(model.stateOf(job));
    assertThat(row.supernet()).isEqualTo(job.supernet);
    assertThat(row.remainingIsRight()).as("remaining of " + row).isTrue();
  }

  private record WorkerRow(
      String id,
      @Nullable UUID task,
      @Nullable Integer attempt,
      boolean draining,
      int quarantines) {}

  void checkWorkers() {
    sql.sql("select id, task, attempt, draining, quarantines from worker")
        .query(WorkerRow.class)
        .list()
        .forEach(
            row -> {
              Worker worker = model.worker(row.id());
              Attempt inHand = worker.inHand;
              assertThat(row)
                  .isEqualTo(
                      new WorkerRow(
                          worker.id,
                          inHand == null ? null : inHand.task.id,
                          inHand == null ? null : inHand.number,
                          worker.draining,
                          worker.quarantines));
            });
  }

  private record Measured(String supernet, String genotype, int adversarialCorrect) {}

  /** Each genotype is measured once, and as the attempt that owned its task has said. */
  void checkMeasurements() {
    Map<String, Map<String, Integer>> bySupernet = new TreeMap<>();
    model.jobs.values().stream()
        .filter(job -> job.supernet != null)
        .forEach(job -> bySupernet.put(Objects.requireNonNull(job.supernet), job.measured));
    Map<String, Map<String, Integer>> stored = new TreeMap<>();
    bySupernet.keySet().forEach(supernet -> stored.put(supernet, new TreeMap<>()));
    sql.sql(
            """
            select supernet, genotype, adversarial_correct from measurement
            where supernet = any (?)
            """)
        .param(bySupernet.keySet().toArray(String[]::new))
        .query(Measured.class)
        .list()
        .forEach(
            one -> {
              Map<String, Integer> measured = Objects.requireNonNull(stored.get(one.supernet()));
              assertThat(measured.put(one.genotype(), one.adversarialCorrect()))
                  .as("an earlier measurement of " + one)
                  .isNull();
            });
    assertThat(stored).isEqualTo(bySupernet);
  }
}
