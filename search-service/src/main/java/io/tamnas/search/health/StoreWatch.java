package io.tamnas.search.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tamnas.search.artifact.Artifacts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the artifact store now and then whether it takes anything, one question at a time, whoever
 * wants to know. A store that does not answer until the next question is due takes nothing.
 */
@Component
final class StoreWatch {

  private final Writable store;
  private final Verdict verdict = new Verdict("artifacts");
  private boolean asking;
  private Health found = Health.unknown().build();

  /** What is asked. */
  @FunctionalInterface
  interface Writable {
    /** Returns where something could be stored. */
    void require() throws IOException;
  }

  @Autowired
  StoreWatch(Artifacts artifacts, MeterRegistry meters) {
    this(artifacts::requireWritable, meters);
  }

  StoreWatch(Writable store, MeterRegistry meters) {
    this.store = store;
    Gauge.builder("tamnas.artifacts.writable", this, StoreWatch::value)
        .description(
            "1 where an artifact could be stored when the store was last asked, 0 where not")
        .register(meters);
  }

  /** The last answer; unknown before the first one. */
  synchronized Health health() {
    return found;
  }

  private static double value(StoreWatch watch) {
    Status status = watch.health().getStatus();
    return status.equals(Status.UNKNOWN) ? Double.NaN : status.equals(Status.UP) ? 1 : 0;
  }

  @Scheduled(fixedRateString = "${tamnas.health.store:1m}")
  void ask() {
    if (begin()) {
      String complaint = "asking failed";
      try {
        store.require();
        complaint = "";
      } catch (IOException | RuntimeException e) {
        complaint = reason(e);
      } finally {
        end(complaint);
      }
    }
  }

  private synchronized boolean begin() {
    if (asking) {
      complain("it has not answered the question before");
      return false;
    }
    asking = true;
    return true;
  }

  private synchronized void end(String complaint) {
    asking = false;
    if (complaint.isEmpty()) {
      found = verdict.up();
    } else {
      complain(complaint);
    }
  }

  private void complain(String reason) {
    found = verdict.down("nothing can be stored: " + reason);
  }

  /** Without the names of files. */
  private static String reason(Exception failure) {
    return failure instanceof FileSystemException file
        ? Objects.requireNonNullElse(file.getReason(), file.getClass().getSimpleName())
        : Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }
}
