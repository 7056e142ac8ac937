package io.tamnas.search.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * What every line that this thread logs names until it is closed: a job, a task, an attempt, a
 * worker. Then it names what it named before.
 */
public final class LogScope implements AutoCloseable {

  private final Map<String, Optional<String>> before = new LinkedHashMap<>();

  private LogScope() {}

  public static LogScope ofJob(UUID job) {
    return new LogScope().name("job", job.toString());
  }

  public LogScope task(UUID task) {
    return name("task", task.toString());
  }

  public LogScope attempt(UUID task, int attempt) {
    return name("task", task.toString()).name("attempt", Integer.toString(attempt));
  }

  public LogScope worker(String worker) {
    return name("worker", worker);
  }

  private LogScope name(String what, String value) {
    before.putIfAbsent(what, Optional.ofNullable(MDC.get(what)));
    MDC.put(what, value);
    return this;
  }

  @Override
  public void close() {
    before.forEach(
        (what, value) ->
            value.ifPresentOrElse(name -> MDC.put(what, name), () -> MDC.remove(what)));
  }
}
