package io.tamnas.worker.trace;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import org.springframework.stereotype.Component;

/** What of traces is exported: attempts and their reports, not what comes round all the time. */
@Component
final class ExportedSpans implements SpanExportingPredicate {

  @Override
  public boolean isExportable(FinishedSpan span) {
    String uri = span.getTags().getOrDefault("uri", "");
    return !uri.startsWith("/actuator")
        && !uri.startsWith("/api/v1/workers")
        && !uri.endsWith("/heartbeat");
  }
}
