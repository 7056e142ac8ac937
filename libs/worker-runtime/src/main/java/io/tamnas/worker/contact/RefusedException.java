package io.tamnas.worker.contact;

/** The service understood the call and refused it; the same call will be refused again. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String DAMAGED = "urn:tamnas:problem:artifact-damaged";

  private final int status;
  private final String type;

  public RefusedException(int status, String detail) {
    this(status, "about:blank", detail);
  }

  /**
   * @param type of the problem (RFC 9457)
   */
  public RefusedException(int status, String type, String detail) {
    super("status " + status + ": " + detail);
    this.status = status;
    this.type = type;
  }

  /** Whether a problem of that type is a refusal, whatever its status. */
  static boolean isRefusal(String type) {
    return type.equals(DAMAGED);
  }

  /** Whether the artifact that was asked for is broken or missing in the service's store. */
  public boolean isOfDamagedArtifact() {
    return type.equals(DAMAGED);
  }

  /** Whether the attempt that the call spoke of is void: superseded, ended or unknown. */
  public boolean isOfVoidAttempt() {
    return status == 404 || status == 409;
  }

  /** Whether what the call spoke of does not exist. */
  public boolean isOfUnknown() {
    return status == 404;
  }
}
