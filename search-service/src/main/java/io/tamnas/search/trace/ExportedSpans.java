package io.tamnas.search.trace;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What of traces is exported: the calls by which jobs come and go on. Not what comes round every
 * few seconds whatever is done: heartbeats, registrations, polls, probes and sweeps.
 */
@Component
final class ExportedSpans implements SpanExportingPredicate {

  private static final String ARTIFACTS = "/api/v1/artifacts";

  @Override
  public boolean isExportable(FinishedSpan span) {
    Map<String, String> tags = span.getTags();
    String uri = tags.getOrDefault("uri", "");
    boolean isPoll = "GET".equals(tags.get("method")) && !uri.startsWith(ARTIFACTS);
    return !isPoll
        && !uri.startsWith("/actuator")
        && !uri.startsWith("/api/v1/workers")
        && !uri.endsWith("/heartbeat")
        && !tags.containsKey("code.function");
  }
}
