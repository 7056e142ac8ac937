package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the tables with the model, both as sorted lines. */
final class FencingTables {

  /** What there is of these jobs. */
  private static final String LINES =
      """
      select concat_ws(' ', 'task', t.number, t.state, t.attempts, t.failures, t.lost,
          coalesce(t.failed_on, '-'), coalesce(a.number || ' of ' || a.worker, '-')) as line
        from tasks t left join running a on a.task = t.id
      union all
      select concat_ws(' ', 'job', id,
          case when state in ('PAUSED', 'CANCELLED', 'FAILED', 'SUCCEEDED') then state
            else 'OPEN' end,
          coalesce(paused_by, '-'), coalesce(supernet, '-'))
        from mine
      union all
      select concat_ws(' ', 'worker', w.id, coalesce(t.number || '#' || w.attempt, '-'),
          w.draining, w.quarantines, coalesce(w.quarantined_until > clock_timestamp(), false))
        from worker w left join task t on t.id = w.task
      union all
      select concat_ws(' ', 'measured', m.supernet, m.genotype, m.adversarial_correct)
        from mine join measurement m on m.supernet = mine.supernet
      union all
      select concat_ws(' ', 'metric', t.number, m.attempt, m.batch, m.value)
        from tasks t join metric m on m.task = t.id
      union all
      """;

  /** That, and what is wrong with it. */
  private static final String ALL = FencingInvariants.SEEN + LINES + FencingInvariants.WRONG;

  private final JdbcClient sql;
  private final FencingModel model;

  FencingTables(JdbcClient sql, FencingModel model) {
    this.sql = sql;
    this.model = model;
  }

  /**
   * The tables say what the model says. What the service has begun or ended by itself meanwhile,
   * new tasks and jobs that succeeded, must be as it may be, and is the model's from then on.
   */
  void check() {
    List<String> actual = actual();
    if (!actual.equals(expected())) {
      learnTasks();
      learnSuccesses();
      assertThat(actual).isEqualTo(expected());
    }
  }

  private String[] jobs() {
    return model.jobs.keySet().stream().map(UUID::toString).toArray(String[]::new);
  }

  private List<String> actual() {
    return sql.sql(ALL).param("jobs", jobs()).query(String.class).list().stream().sorted().toList();
  }

  private List<String> expected() {
    List<String> lines = new ArrayList<>();
    model.workers.values().forEach(worker -> lines.add(line(worker, model.now)));
    for (ModelTask task : model.tasks.values()) {
      lines.add(line(task));
      task.attempts.forEach(attempt -> addMetrics(attempt, lines));
    }
    for (ModelJob job : model.jobs.values()) {
      lines.add(line(job));
      job.measured.forEach(
          (genotype, correct) -> lines.add(words("measured", supernet(job), genotype, correct)));
    }
    return lines.stream().sorted().toList();
  }

  private static String line(ModelTask task) {
    return words(
        "task",
        task.number,
        task.state,
        task.attempts.size(),
        task.failures,
        task.lost,
        Objects.requireNonNullElse(task.failedOn, "-"),
        task.running().map(one -> one.number + " of " + one.worker.id).orElse("-"));
  }

  private static void addMetrics(ModelAttempt attempt, List<String> lines) {
    attempt.batches.forEach(
        (batch, value) ->
            lines.add(words("metric", attempt.task.number, attempt.number, batch, value)));
  }

  private static String line(ModelWorker worker, long now) {
    ModelAttempt inHand = worker.inHand;
    return words(
        "worker",
        worker.id,
        inHand == null ? "-" : inHand.task.number + "#" + inHand.number,
        word(worker.draining),
        worker.quarantines,
        word(worker.quarantinedUntil > now));
  }

  private static String line(ModelJob job) {
    return words("job", job.id, state(job), pausedBy(job), supernet(job));
  }

  private static String state(ModelJob job) {
    return switch (job.end) {
      case NONE -> job.rests() ? "PAUSED" : "OPEN";
      case SUCCEEDED, CANCELLED, FAILED -> job.end.name();
    };
  }

  private static String pausedBy(ModelJob job) {
    if (!job.rests()) {
      return "-";
    }
    return job.paused == ModelJob.Paused.BY_USER ? "USER" : "FAILURE";
  }

  private static String supernet(ModelJob job) {
    return Objects.requireNonNullElse(job.supernet, "-");
  }

  private static String word(boolean holds) {
    return holds ? "t" : "f";
  }

  private static String words(Object... words) {
    return List.of(words).stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private record NewTask(UUID id, UUID job, TaskKind kind, String subject, long number) {}

  /** New tasks belong to jobs that go on. */
  private void learnTasks() {
    sql.sql(
            """
            select id, job, kind, subject, number from task
            where job = any (cast(:jobs as uuid[])) order by number
            """)
        .param("jobs", jobs())
        .query(NewTask.class)
        .list()
        .forEach(row -> model.tasks.computeIfAbsent(row.id(), id -> learned(row)));
  }

  private ModelTask learned(NewTask row) {
    ModelJob job = Objects.requireNonNull(model.jobs.get(row.job()));
    assertThat(job.goesOn()).as("job of new " + row + " goes on").isTrue();
    return new ModelTask(row.id(), job, row.kind(), row.subject(), row.number(), model.now);
  }

  /** A job succeeds when it goes on and all is done. */
  private void learnSuccesses() {
    for (ModelJob job : model.jobs.values()) {
      if (job.goesOn() && hasSucceeded(job)) {
        assertThat(model.of(job)).allMatch(task -> task.state == ModelTask.State.SUCCEEDED);
        job.end = ModelJob.End.SUCCEEDED;
      }
    }
  }

  private boolean hasSucceeded(ModelJob job) {
    return sql.sql("select state = 'SUCCEEDED' from search_job where id = ?")
        .param(job.id)
        .query(Boolean.class)
        .single();
  }
}
