package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.worker.WorkerSettings;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workers that are alive, have nothing in hand, and shall have something. */
@Component
class IdleWorkers {

  private static final String LOCKED =
      """
      select w.id, w.incarnation, w.url, w.kinds, w.machine
      from worker w join (
        select w.id, row_number() over (partition by w.kinds, w.machine order by w.id) as place
        from worker w where w.kinds && cast(:kinds as text[]) and
      """
          + Claimable.WORKER
          + """
      ) first using (id)
      where first.place <= :most and
      """
          + Claimable.WORKER
          + """
      order by cardinality(w.kinds), w.id
      for no key update of w skip locked
      """;

  private final JdbcClient database;
  private final WorkerSettings settings;
  private final DispatchSettings dispatch;

  IdleWorkers(JdbcClient database, WorkerSettings settings, DispatchSettings dispatch) {
    this.database = database;
    this.settings = settings;
    this.dispatch = dispatch;
  }

  /**
   * Locks idle workers, those that can do the least first: of all that can do the same, so many at
   * most.
   */
  List<IdleWorker> lock(Collection<TaskKind> kinds, int most) {
    return database
        .sql(LOCKED)
        .param("lease", settings.leaseSeconds())
        .param("pause", dispatch.pauseSeconds())
        .param("kinds", kinds.stream().map(TaskKind::name).toArray(String[]::new))
        .param("most", most)
        .query((row, number) -> worker(row))
        .list();
  }

  private static IdleWorker worker(ResultSet row) throws SQLException {
    String[] kinds = (String[]) row.getArray("kinds").getArray();
    return new IdleWorker(
        row.getString("id"),
        row.getObject("incarnation", UUID.class),
        URI.create(row.getString("url")),
        Arrays.stream(kinds).map(TaskKind::valueOf).collect(Collectors.toSet()),
        Optional.ofNullable(row.getString("machine")));
  }
}
