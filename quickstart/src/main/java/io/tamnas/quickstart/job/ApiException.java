package io.tamnas.quickstart.job;

/** The service answered with a problem, or with something that is no answer. */
public class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ApiException(String message) {
    super(message);
  }
}
