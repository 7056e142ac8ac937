package io.tamnas.search.finalist;

import io.tamnas.protocol.training.Distillation;

/** What a finalist's network learns from, as far as it is there. */
sealed interface Guidance {

  /** The true labels. */
  record Labels() implements Guidance {}

  /** A teacher that is there. */
  record Taught(Distillation distillation) implements Guidance {}

  /** Its teacher is being trained. */
  record Awaited() implements Guidance {}

  /** There will be none, and why. */
  record Refused(String reason) implements Guidance {}
}
