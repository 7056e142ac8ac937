package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.FencingModel.Attempt;
import io.tamnas.search.task.FencingModel.Job;
import io.tamnas.search.task.FencingModel.Paused;
import io.tamnas.search.task.FencingModel.State;
import io.tamnas.search.task.FencingModel.Task;
import io.tamnas.search.task.FencingModel.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the tables with the model, both as sorted lines. */
final class FencingTables {

  /** What there is of these jobs; a line that begins with "wrong" is never right. */
  private static final String LINES =
      """
      select concat_ws(' ', 'task', t.number, t.state, t.attempts, t.failures, t.lost,
          coalesce(t.failed_on, '-'), coalesce(a.number || ' of ' || a.worker, '-')) as line
        from task t left join attempt a on a.task = t.id and a.state = 'RUNNING'
        where t.job = any (cast(:jobs as uuid[]))
      union all
      select concat_ws(' ', 'job', id,
          case when state in ('PAUSED', 'CANCELLED', 'SUCCEEDED') then state else 'OPEN' end,
          coalesce(paused_by, '-'), coalesce(supernet, '-'))
        from search_job where id = any (cast(:jobs as uuid[]))
      union all
      select concat_ws(' ', 'worker', w.id, coalesce(t.number || '#' || w.attempt, '-'),
          w.draining, w.quarantines)
        from worker w left join task t on t.id = w.task
      union all
      select concat_ws(' ', 'measured', m.supernet, m.genotype, m.adversarial_correct)
        from search_job j join measurement m on m.supernet = j.supernet
        where j.id = any (cast(:jobs as uuid[]))
      union all
      select concat_ws(' ', 'wrong: remaining of', j.id, 'is', g.remaining)
        from search_job j join generation g on g.job = j.id and g.number = j.generation
        where j.id = any (cast(:jobs as uuid[])) and j.state = 'SEARCHING'
          and g.remaining <> (select count(distinct i.genotype) from individual i
            where i.job = j.id and i.generation = j.generation and i.measurement is null)
      """;

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
    return sql.sql(LINES).param("jobs", jobs()).query(String.class).list().stream()
        .sorted()
        .toList();
  }

  private List<String> expected() {
    List<String> lines = new ArrayList<>();
    model.tasks.values().forEach(task -> lines.add(line(task)));
    model.workers.values().forEach(worker -> lines.add(line(worker)));
    for (Job job : model.jobs.values()) {
      lines.add(line(job));
      job.measured.forEach(
          (genotype, correct) ->
              lines.add("measured " + job.supernet + " " + genotype + " " + correct));
    }
    return lines.stream().sorted().toList();
  }

  private static String line(Task task) {
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

  private static String line(Worker worker) {
    Attempt inHand = worker.inHand;
    return words(
        "worker",
        worker.id,
        inHand == null ? "-" : inHand.task.number + "#" + inHand.number,
        worker.draining ? "t" : "f",
        worker.quarantines);
  }

  private static String line(Job job) {
    boolean rests = job.isOpen() && job.paused != Paused.NO;
    return words(
        "job",
        job.id,
        rests ? "PAUSED" : job.cancelled ? "CANCELLED" : job.succeeded ? "SUCCEEDED" : "OPEN",
        rests ? (job.paused == Paused.BY_USER ? "USER" : "FAILURE") : "-",
        Objects.requireNonNullElse(job.supernet, "-"));
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

  private Task learned(NewTask row) {
    Job job = Objects.requireNonNull(model.jobs.get(row.job()));
    assertThat(job.isOpen() && job.paused == Paused.NO).as("job of new " + row).isTrue();
    return new Task(row.id(), job, row.kind(), row.subject(), row.number(), model.now);
  }

  /** A job succeeds when it goes on and all is done. */
  private void learnSuccesses() {
    for (Job job : model.jobs.values()) {
      if (job.isOpen() && job.paused == Paused.NO && hasSucceeded(job)) {
        assertThat(model.of(job)).allMatch(task -> task.state == State.SUCCEEDED);
        job.succeeded = true;
      }
    }
  }

  private boolean hasSucceeded(Job job) {
    return sql.sql("select state = 'SUCCEEDED' from search_job where id = ?")
        .param(job.id)
        .query(Boolean.class)
        .single();
  }
}
