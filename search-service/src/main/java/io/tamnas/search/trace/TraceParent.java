package io.tamnas.search.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a trace goes on: the header {@code traceparent} of W3C Trace Context, version 00.
 *
 * @param text trace, span and flags in lower-case hexadecimal
 */
public record TraceParent(String text) {

  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  public TraceParent {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no traceparent: " + text);
    }
  }

  /** Of what this thread does; empty where that belongs to no trace. */
  public static Optional<TraceParent> current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? Optional.of(
            new TraceParent(
                "00-%s-%s-%s"
                    .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())))
        : Optional.empty();
  }

  /** What belongs to this trace is done in. */
  public Context context() {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException(text);
    }
    SpanContext span =
        SpanContext.createFromRemoteParent(
            parts.group(1),
            parts.group(2),
            TraceFlags.fromHex(parts.group(3), 0),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(span));
  }
}
