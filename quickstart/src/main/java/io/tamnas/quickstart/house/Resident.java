package io.tamnas.quickstart.house;

import java.time.Duration;

/** Something that a house started and has to stop. */
public interface Resident {

  String name();

  /** Empty while it lives; otherwise what a person should know about its end. */
  java.util.Optional<String> obituary();

  /**
   * Stops it, at once where it does not stop by itself within the grace time. Does nothing where it
   * has ended already.
   */
  void stop(Duration grace);
}
