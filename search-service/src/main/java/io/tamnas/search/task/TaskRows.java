package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The table of tasks. Every change is one conditional UPDATE. */
@Component
class TaskRows {

  private final JdbcClient database;
  private final JsonMapper mapper;

  TaskRows(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /**
   * Adds ready tasks of the job's course, by their subjects; of several with one kind and subject,
   * the first stays.
   */
  void add(UUID job, Map<String, Work> works) {
    add(job, works, false);
  }

  /** The same for a task that the job's course does not depend on. */
  void addBeside(UUID job, String subject, Work work) {
    add(job, Map.of(subject, work), true);
  }

  private void add(UUID job, Map<String, Work> works, boolean beside) {
    ObjectWriter writer = mapper.writerFor(Work.class);
    database
        .sql(
            """
            insert into task (id, job, kind, subject, work, state, beside)
            select uuidv7(), :job, kind, subject, work, 'READY', :beside
            from unnest(:kinds, :subjects, :works) with ordinality
              as one (kind, subject, work, place)
            order by place on conflict (job, kind, subject) do nothing
            """)
        .param("job", job)
        .param("beside", beside)
        .param(
            "kinds", works.values().stream().map(work -> work.kind().name()).toArray(String[]::new))
        .param("subjects", works.keySet().toArray(String[]::new))
        .param(
            "works", works.values().stream().map(writer::writeValueAsString).toArray(String[]::new))
        .update();
  }

  Optional<Task> find(UUID id) {
    return find(List.of(id)).getFirst();
  }

  /** Those of these ids, in their order; empty where there is none. */
  List<Optional<Task>> find(List<UUID> ids) {
    Map<UUID, Task> found = new HashMap<>();
    database
        .sql("select * from task where id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query(
            row -> {
              found.put(row.getObject("id", UUID.class), task(row));
            });
    return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
  }

  /** Opens the next attempts of ready tasks, and returns their numbers. */
  Map<UUID, Integer> open(List<UUID> ids) {
    Map<UUID, Integer> numbers = new HashMap<>();
    database
        .sql(
            """
            update task set state = 'RUNNING', attempts = attempts + 1
            where id = any (?) and state = 'READY' returning id, attempts
            """)
        .param(ids.toArray(UUID[]::new))
        .query(
            row -> {
              numbers.put(row.getObject("id", UUID.class), row.getInt("attempts"));
            });
    return numbers;
  }

  void close(Collection<UUID> ids, String state) {
    database
        .sql("update task set state = ? where id = any (?) and state = 'RUNNING'")
        .params(state, ids.toArray(UUID[]::new))
        .update();
  }

  void close(UUID id, String state) {
    database
        .sql("update task set state = ? where id = ? and state = 'RUNNING'")
        .params(state, id)
        .update();
  }

  /** Makes a running task ready again after a pause. */
  void putBack(UUID id, double pauseSeconds) {
    database
        .sql(
            """
            update task set state = 'READY',
                not_before = clock_timestamp() + ? * interval '1 second'
            where id = ? and state = 'RUNNING'
            """)
        .params(pauseSeconds, id)
        .update();
  }

  /** Counts a failure, and returns how many there were. */
  int countFailure(UUID id) {
    return database
        .sql("update task set failures = failures + 1, lost = 0 where id = ? returning failures")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** Counts a lost attempt, and returns how many there were without a failure or checkpoint. */
  int countLoss(UUID id) {
    return database
        .sql("update task set lost = lost + 1 where id = ? returning lost")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /**
   * Makes what the job needs and has failed ready once more, as if it had not failed before; not
   * what would fail again.
   */
  void revive(UUID job) {
    database
        .sql(
            """
            update task set state = 'READY', failures = 0, lost = 0, not_before = clock_timestamp()
            where job = ? and state = 'FAILED' and kind <> 'TRANSFER_MATRIX' and not beside
              and not exists (select from attempt a where a.task = task.id
                and a.number = task.attempts and (a.failure_class in ('INVALID', 'DIVERGED')
                  or a.failure_class = 'OUT_OF_MEMORY'
                    and task.kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT')))
            """)
        .param(job)
        .update();
  }

  /** The same for the ended task about one subject; tells whether there was one. */
  boolean revive(UUID job, String subject) {
    return database
            .sql(
                """
                update task set state = 'READY', failures = 0, lost = 0,
                    not_before = clock_timestamp()
                where job = ? and subject = ? and state in ('FAILED', 'CANCELLED')
                  and not exists (select from attempt a where a.task = task.id
                    and a.number = task.attempts and a.failure_class in ('INVALID', 'DIVERGED'))
                """)
            .params(job, subject)
            .update()
        > 0;
  }

  /**
   * Ends the job's tasks about that subject that are not at their end; so failed ones, too, which a
   * retry of the job would revive.
   */
  void cancel(UUID job, String subject) {
    database
        .sql(
            """
            update task set state = 'CANCELLED'
            where job = ? and subject = ? and state in ('READY', 'RUNNING', 'FAILED')
            """)
        .params(job, subject)
        .update();
  }

  /** Ends all tasks of the job that are not at their end. */
  void cancel(UUID job) {
    database
        .sql("update task set state = 'CANCELLED' where job = ? and state in ('READY', 'RUNNING')")
        .param(job)
        .update();
  }

  int open(UUID job, TaskKind kind) {
    return database
        .sql(
            """
            select count(*) from task
            where job = ? and kind = ? and not beside and state in ('READY', 'RUNNING')
            """)
        .params(job, kind.name())
        .query(Integer.class)
        .single();
  }

  List<OpenTasks> open(UUID job) {
    return database
        .sql(
            """
            select kind, sum(ready) as ready, sum(running) as running from (
              select kind, 1 as ready, 0 as running from task
              where job = :job and state = 'READY' and not beside
              union all
              select kind, 0, 1 from task where job = :job and state = 'RUNNING' and not beside)
            group by kind order by kind
            """)
        .param("job", job)
        .query(OpenTasks.class)
        .list();
  }

  /** How far the newest attempt at the job's task of that kind is. */
  OptionalDouble progress(UUID job, TaskKind kind) {
    return database
        .sql(
            """
            select a.progress from attempt a join task t on t.id = a.task
            where t.job = ? and t.kind = ? order by a.number desc limit 1
            """)
        .params(job, kind.name())
        .query(Double.class)
        .optional()
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** What the job's task about that subject asks for. */
  Optional<Work> work(UUID job, TaskKind kind, String subject) {
    return database
        .sql("select work from task where job = ? and kind = ? and subject = ?")
        .params(job, kind.name(), subject)
        .query((row, number) -> mapper.readValue(row.getString("work"), Work.class))
        .optional();
  }

  /** Where the job's task about that subject is. */
  Optional<TaskStanding> standing(UUID job, TaskKind kind, String subject) {
    return database
        .sql(
            """
            select t.state, coalesce(a.progress, 0) as progress from task t
            left join attempt a on a.task = t.id and a.number = t.attempts
            where t.job = ? and t.kind = ? and t.subject = ?
            """)
        .params(job, kind.name(), subject)
        .query(TaskStanding.class)
        .optional();
  }

  /** Where the job's tasks beside its course are, by subject. */
  Map<String, TaskStanding> beside(UUID job) {
    Map<String, TaskStanding> standings = new TreeMap<>();
    database
        .sql(
            """
            select t.subject, t.state, coalesce(a.progress, 0) from task t
            left join attempt a on a.task = t.id and a.number = t.attempts
            where t.job = ? and t.beside
            """)
        .param(job)
        .query(
            row -> {
              standings.put(
                  row.getString(1),
                  new TaskStanding(TaskStanding.State.valueOf(row.getString(2)), row.getDouble(3)));
            });
    return standings;
  }

  List<String> failures(UUID job) {
    return database
        .sql("select subject from task where job = ? and state = 'FAILED' order by number")
        .param(job)
        .query(String.class)
        .list();
  }

  /** The task in a row of the table. */
  Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getObject("id", UUID.class),
        row.getObject("job", UUID.class),
        row.getString("subject"),
        mapper.readValue(row.getString("work"), Work.class),
        row.getBoolean("beside"),
        row.getTimestamp("not_before").toInstant());
  }
}
