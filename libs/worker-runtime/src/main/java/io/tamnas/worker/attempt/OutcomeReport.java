package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.worker.contact.Patience;
import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.contact.SearchService;
import io.tamnas.worker.task.TaskStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service how an attempt came out: at least once, repeated until it is answered or the
 * attempt is void. The same outcome twice changes nothing there.
 */
final class OutcomeReport {
  private static final Logger log = LoggerFactory.getLogger(OutcomeReport.class);

  private final SearchService service;
  private final Patience patience;

  OutcomeReport(SearchService service, Patience patience) {
    this.service = service;
    this.patience = patience;
  }

  void send(Attempt attempt, Outcome outcome) {
    try {
      switch (outcome) {
        case Outcome.Succeeded success -> sendResult(attempt, success);
        case Outcome.Failed failure -> sendFailure(attempt, failure.failure());
        case Outcome.Dropped dropped -> log.info("stopped: {}", dropped.reason());
      }
    } catch (TaskStopped stopped) {
      log.warn("the outcome is not wanted any more: {}", stopped.reason());
    } catch (RefusedException refused) {
      log.warn("the outcome was refused and is dropped: {}", refused.getMessage());
    }
  }

  private void sendResult(Attempt attempt, Outcome.Succeeded success) {
    try {
      repeat(attempt, "result", () -> service.result(attempt.reference(), success.result()));
      log.info("succeeded");
    } catch (RefusedException refused) {
      if (refused.isOfVoidAttempt()) {
        throw refused;
      }
      sendFailure(
          attempt,
          new TaskFailure(
              FailureClass.INFRASTRUCTURE,
              "the search service refused the result: " + refused.getMessage()));
    }
  }

  private void sendFailure(Attempt attempt, TaskFailure failure) {
    repeat(attempt, "failure", () -> service.failure(attempt.reference(), failure));
    log.info("failed: {}, {}", failure.failureClass(), failure.reason());
  }

  private void repeat(Attempt attempt, String what, Runnable call) {
    attempt.requireValid();
    patience.untilAccepted(what, call, attempt::pause);
  }
}
