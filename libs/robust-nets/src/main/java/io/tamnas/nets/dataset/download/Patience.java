package io.tamnas.nets.dataset.download;

import java.time.Duration;

/**
 * How long a download is tried.
 *
 * @param tries in a row of which none brought a single byte
 * @param first pause; each further one is twice as long
 * @param longest pause
 * @param silence after which a server that sends nothing is given up
 */
public record Patience(int tries, Duration first, Duration longest, Duration silence) {

  /** Some minutes of a server that is away. */
  public static final Patience USUAL =
      new Patience(7, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60));

  public Patience {
    if (tries < 1 || first.isNegative() || longest.compareTo(first) < 0 || !silence.isPositive()) {
      throw new IllegalArgumentException(
          "at least 1 try, 0 ≤ first ≤ longest and a silence are wanted, not "
              + "%d, %s, %s, %s".formatted(tries, first, longest, silence));
    }
  }

  /** The pause after so many failures in a row. */
  Duration after(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
