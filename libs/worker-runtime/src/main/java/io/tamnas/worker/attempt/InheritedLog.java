package io.tamnas.worker.attempt;

import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;

/** Carries job, task, attempt and trace into what a helping thread does and logs. */
final class InheritedLog {
  private InheritedLog() {}

  static Runnable of(Runnable body) {
    Map<String, String> lines = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    return Context.current()
        .wrap(
            () -> {
              MDC.setContextMap(lines);
              body.run();
            });
  }
}
