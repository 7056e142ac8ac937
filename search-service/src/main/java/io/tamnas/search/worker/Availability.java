package io.tamnas.search.worker;

import java.time.Instant;
import java.util.Optional;

/** Whether somebody can be given tasks of a kind, now or once it has done what it has in hand. */
public sealed interface Availability {

  /** Somebody can. */
  record Able() implements Availability {}

  /** Nobody lives that does such tasks. */
  record NoneLive() implements Availability {}

  /**
   * All that live take no task for now.
   *
   * @param draining how many drain, until an operator lets them work again
   * @param quarantined how many others are quarantined
   * @param until when the first quarantine ends; empty where none is quarantined
   */
  record NoneWilling(int draining, int quarantined, Optional<Instant> until)
      implements Availability {}

  /** Of so many that live, of whom so many drain, and so many others are quarantined. */
  static Availability of(int live, int draining, int quarantined, Optional<Instant> until) {
    if (live == 0) {
      return new NoneLive();
    }
    return live > draining + quarantined
        ? new Able()
        : new NoneWilling(draining, quarantined, until);
  }
}
