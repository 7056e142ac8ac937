package io.tamnas.quickstart.progress;

import java.time.Duration;

/** Lengths of time as people say them. */
public final class Spoken {

  private Spoken() {}

  /** Such as {@code 48 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
  public static String of(Duration time) {
    if (time.toHours() > 0) {
      return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }
}
