package io.tamnas.search.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the other end of a connection is given up.
 *
 * @param silence of the database while it owes an answer, after which the service drops the
 *     connection, and the database ends the statement, whatever it waits for; and of the service in
 *     the middle of a transaction, after which the database ends it and frees its locks
 */
@ConfigurationProperties("tamnas.database")
public record DatabaseSettings(@DefaultValue("20s") Duration silence) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_BORROWING = Duration.ofSeconds(5);

  public DatabaseSettings {
    if (silence.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "tamnas.database.silence must be at least 1s, is " + silence);
    }
  }

  /** How long a request waits for a connection: it is refused well before its sender gives up. */
  Duration borrowing() {
    return shorter(silence.dividedBy(2), LONGEST_BORROWING);
  }

  /** How long an idle connection has to show that it lives: several are tried while one waits. */
  Duration validating() {
    return borrowing().dividedBy(2);
  }

  private static Duration shorter(Duration first, Duration second) {
    return first.compareTo(second) < 0 ? first : second;
  }
}
