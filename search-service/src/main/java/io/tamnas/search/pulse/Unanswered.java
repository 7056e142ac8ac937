package io.tamnas.search.pulse;

/** A question has no answer; the cause says why. */
public final class Unanswered extends Exception {

  private static final long serialVersionUID = 1L;

  Unanswered(String reason, Throwable cause) {
    super(reason, cause);
  }
}
