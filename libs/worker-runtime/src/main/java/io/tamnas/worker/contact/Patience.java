package io.tamnas.worker.contact;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a call until the service answers it, with growing pauses. */
public final class Patience {
  private static final Logger log = LoggerFactory.getLogger(Patience.class);

  private final Backoff backoff;

  public Patience(Backoff backoff) {
    this.backoff = backoff;
  }

  /**
   * The answer to the call.
   *
   * @param what the call is, for the log
   * @param pause waits; ends the repetition by an exception of its own
   * @throws RefusedException where the answer is a refusal
   */
  public <T> T untilAnswered(String what, Supplier<T> call, Consumer<Duration> pause) {
    for (int failures = 1; ; failures++) {
      try {
        return call.get();
      } catch (ServiceUnavailableException away) {
        Duration wait = backoff.after(failures);
        log.warn("{}: {}; next try in {} ms", what, away.getMessage(), wait.toMillis());
        pause.accept(wait);
      }
    }
  }

  /** As {@link #untilAnswered(String, Supplier, Consumer)}, for calls without an answer. */
  public void untilAccepted(String what, Runnable call, Consumer<Duration> pause) {
    Supplier<Boolean> accepted =
        () -> {
          call.run();
          return true;
        };
    untilAnswered(what, accepted, pause);
  }
}
