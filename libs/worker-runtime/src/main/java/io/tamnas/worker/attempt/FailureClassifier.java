package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.worker.artifact.CorruptedArtifactException;
import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Decides of what class a failure is, and what of it a user may read. */
final class FailureClassifier {
  private static final int LONGEST_REASON = 1000;

  /** What native code says when memory does not suffice, in lower case. */
  private static final List<String> NATIVE_OUT_OF_MEMORY =
      List.of(
          "out of memory",
          "can't allocate memory",
          "cannot allocate memory",
          "not enough memory",
          "bad_alloc",
          "status_alloc_failed");

  /** What systems say when a disk is full, in lower case. */
  private static final List<String> DISK_FULL =
      List.of("no space left", "quota exceeded", "not enough space on the disk");

  private FailureClassifier() {}

  static TaskFailure classify(Throwable failure) {
    return switch (failure) {
      case TaskFailedException known -> failure(known.failureClass(), messageOf(known));
      case Throwable any when isOutOfMemory(any) ->
          failure(
              FailureClass.OUT_OF_MEMORY,
              "memory did not suffice; a smaller batch or a larger machine is wanted");
      case Throwable any when isDiskFull(any) ->
          failure(
              FailureClass.INFRASTRUCTURE,
              "a disk of the worker is full ("
                  + messageOf(any)
                  + "); make room where tamnas.work.directory and tamnas.data.cache lie, then"
                  + " retry");
      case CorruptedArtifactException corrupted ->
          failure(FailureClass.INFRASTRUCTURE, messageOf(corrupted));
      case RefusedException refused ->
          failure(
              FailureClass.INFRASTRUCTURE,
              "the search service refused a report: " + messageOf(refused));
      default ->
          failure(
              FailureClass.INFRASTRUCTURE,
              "the worker failed with "
                  + failure.getClass().getSimpleName()
                  + "; its log says more");
    };
  }

  private static boolean isOutOfMemory(Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> cause instanceof OutOfMemoryError || says(cause, NATIVE_OUT_OF_MEMORY));
  }

  private static boolean isDiskFull(Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> cause instanceof IOException && says(cause, DISK_FULL));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static boolean says(Throwable cause, List<String> words) {
    String message = messageOf(cause).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(message::contains);
  }

  private static TaskFailure failure(FailureClass failureClass, String reason) {
    return new TaskFailure(
        failureClass, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
  }

  private static String messageOf(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "");
  }
}
