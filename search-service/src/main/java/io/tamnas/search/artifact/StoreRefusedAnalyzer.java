package io.tamnas.search.artifact;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows the sentence instead of a stack trace; before the analyzers that know less. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable root, StoreRefused cause) {
    return new FailureAnalysis(Objects.requireNonNull(cause.getMessage()), null, cause);
  }
}
