package io.tamnas.search.trace;

import io.opentelemetry.context.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The traces of jobs, as they were stored when the jobs came: whoever works for a job later, also
 * another replica or a sweep, goes on in its trace. Remembers those of the last jobs, for they
 * never change. Safe for threads.
 */
@Component
public final class JobTraces {

  private static final Logger log = LoggerFactory.getLogger(JobTraces.class);
  private static final int MOST = 1000;

  private final JdbcClient database;
  private final Map<UUID, Context> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Context> eldest) {
              return size() > MOST;
            }
          });

  JobTraces(JdbcClient database) {
    this.database = database;
  }

  /** What is done for the job is done in; outside any trace where the job came without one. */
  public Context of(UUID job) {
    Context remembered = known.get(job);
    if (remembered != null) {
      return remembered;
    }
    try {
      Context stored = stored(job).map(TraceParent::context).orElseGet(Context::root);
      known.put(job, stored);
      return stored;
    } catch (DataAccessException e) {
      log.debug("the trace of job {} cannot be read now", job, e);
      return Context.root();
    }
  }

  private Optional<TraceParent> stored(UUID job) {
    return database
        .sql("select trace_parent from search_job where id = ? and trace_parent is not null")
        .param(job)
        .query(String.class)
        .optional()
        .map(TraceParent::new);
  }
}
