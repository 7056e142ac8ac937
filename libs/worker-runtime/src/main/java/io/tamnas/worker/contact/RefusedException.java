package io.tamnas.worker.contact;

/** The service understood the call and refused it; the same call will be refused again. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public RefusedException(int status, String detail) {
    super("status " + status + ": " + detail);
    this.status = status;
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
