package io.tamnas.protocol.worker;

/**
 * What the service wants of a registered worker.
 *
 * @param heartbeatSeconds register again after this time
 */
public record RegistrationAnswer(Directive directive, int heartbeatSeconds) {

  /** The directives. */
  public enum Directive {
    WORK,
    /** Take no new task; finish the one in hand. */
    DRAIN
  }
}
