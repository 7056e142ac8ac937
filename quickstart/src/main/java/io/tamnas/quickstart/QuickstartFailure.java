package io.tamnas.quickstart;

/** The quick start cannot reach its end; the message is for the person who started it. */
public final class QuickstartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public QuickstartFailure(String message) {
    super(message);
  }
}
