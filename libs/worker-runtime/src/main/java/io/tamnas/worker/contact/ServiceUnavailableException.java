package io.tamnas.worker.contact;

/** The service gave no answer that counts; the same call later may succeed. */
public final class ServiceUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServiceUnavailableException(String reason) {
    super(reason);
  }

  public ServiceUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
