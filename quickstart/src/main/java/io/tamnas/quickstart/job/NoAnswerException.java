package io.tamnas.quickstart.job;

/** The service could not answer now; asked again, it may. */
public final class NoAnswerException extends ApiException {
  private static final long serialVersionUID = 1;

  public NoAnswerException(String message) {
    super(message);
  }
}
