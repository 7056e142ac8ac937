package io.tamnas.worker.attempt;

import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;

/** Carries job, task and attempt into the log lines of a helping thread. */
final class InheritedLog {
  private InheritedLog() {}

  static Runnable of(Runnable body) {
    Map<String, String> lines = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    return () -> {
      MDC.setContextMap(lines);
      body.run();
    };
  }
}
