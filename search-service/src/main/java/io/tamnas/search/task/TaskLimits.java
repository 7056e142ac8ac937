package io.tamnas.search.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what runs of a job within its limit, whoever else claims at the same time. */
@Component
class TaskLimits {

  private static final String LOCK =
      """
      select id from search_job where id = any (?) order by id for no key update skip locked
      """;

  /** A statement of its own: it sees what those who held the locks before have done. */
  private static final String ROOM =
      """
      select j.id, j.maximum_tasks
          - (select count(*) from task t where t.job = j.id and t.state = 'RUNNING') as room
      from search_job j where j.id = any (?)
      """;

  private final JdbcClient database;

  TaskLimits(JdbcClient database) {
    this.database = database;
  }

  /**
   * Those of the tasks that may run now, in their order. Jobs with a limit are locked, so that what
   * runs is counted exactly; of one that is locked already none may, and whoever holds it lets
   * claim again.
   */
  List<ReadyTask> keep(List<ReadyTask> tasks) {
    List<UUID> limited =
        tasks.stream().filter(ReadyTask::limited).map(one -> one.task().job()).distinct().toList();
    if (limited.isEmpty()) {
      return tasks;
    }
    Map<UUID, Integer> room = room(lock(limited));
    List<ReadyTask> kept = new ArrayList<>();
    for (ReadyTask task : tasks) {
      if (!task.limited() || room.merge(task.task().job(), -1, Integer::sum) >= 0) {
        kept.add(task);
      }
    }
    return kept;
  }

  private List<UUID> lock(List<UUID> jobs) {
    return database.sql(LOCK).param(jobs.toArray(UUID[]::new)).query(UUID.class).list();
  }

  private Map<UUID, Integer> room(List<UUID> jobs) {
    Map<UUID, Integer> room = new HashMap<>();
    database.sql(ROOM).param(jobs.toArray(UUID[]::new)).query((ResultSet row) -> put(room, row));
    return room;
  }

  private static void put(Map<UUID, Integer> room, ResultSet row) throws SQLException {
    room.put(row.getObject("id", UUID.class), row.getInt("room"));
  }
}
