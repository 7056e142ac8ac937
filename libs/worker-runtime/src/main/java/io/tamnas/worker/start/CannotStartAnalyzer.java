package io.tamnas.worker.start;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence instead of a stack trace. */
class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, CannotStartException cause) {
    return new FailureAnalysis(Objects.requireNonNull(cause.getMessage()), null, cause);
  }
}
