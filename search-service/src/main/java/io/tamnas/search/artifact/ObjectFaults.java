package io.tamnas.search.artifact;

import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What failures of an object store mean. */
record ObjectFaults(String place) {

  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int INSUFFICIENT_STORAGE = 507;

  /** How stores of different makers say that they are full. */
  private static final Set<String> FULL =
      Set.of(
          "InsufficientStorage",
          "InsufficientCapacity",
          "QuotaExceeded",
          "StorageFull",
          "XMinioStorageFull");

  RuntimeException of(SdkException failure) {
    if (!(failure instanceof S3Exception answer)) {
      return new StoreUnavailable(place, "does not answer (" + failure.getMessage() + ")", failure);
    }
    if (answer.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code(answer))) {
      return new StoreFull(place, answer);
    }
    return new StoreUnavailable(
        place, "answered %d %s".formatted(answer.statusCode(), code(answer)), answer);
  }

  /**
   * Whether a conditional put found something there, or somebody else putting it, or its parts put
   * together already, by the same request whose answer was lost.
   */
  static boolean isTaken(S3Exception answer) {
    return answer.statusCode() == PRECONDITION_FAILED
        || answer.statusCode() == CONFLICT
        || code(answer).equals("NoSuchUpload");
  }

  /** Whether the store knows no conditional put. */
  static boolean isUnconditional(S3Exception answer) {
    return answer.statusCode() == NOT_IMPLEMENTED;
  }

  private static String code(S3Exception answer) {
    return answer.awsErrorDetails() == null
        ? ""
        : String.valueOf(answer.awsErrorDetails().errorCode());
  }
}
