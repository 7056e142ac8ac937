package io.tamnas.worker.contact;

import io.tamnas.worker.start.CannotStartException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search service is, and how long to wait for it.
 *
 * @param connectTimeout for a connection
 * @param answerTimeout for the answer to a call; also how long nothing of an artifact may move. A
 *     lease has room for several: a connection that has died unnoticed costs one
 * @param transferTimeout for a whole artifact, up or down
 * @param firstRetry the pause after the first failed call; it doubles with each further one
 * @param longestRetry the longest pause
 */
@ConfigurationProperties("tamnas.service")
public record ServiceProperties(
    @DefaultValue("http://localhost:8080") URI url,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration answerTimeout,
    @DefaultValue("10m") Duration transferTimeout,
    @DefaultValue("500ms") Duration firstRetry,
    @DefaultValue("15s") Duration longestRetry) {
  public ServiceProperties {
    String scheme = Objects.requireNonNullElse(url.getScheme(), "");
    if (!scheme.matches("https?") || url.getHost() == null) {
      throw new CannotStartException(
          "tamnas.service.url is the http or https address of the search service, such as"
              + " http://localhost:8080; not '"
              + url
              + "'");
    }
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("answer-timeout", answerTimeout);
    requirePositive("transfer-timeout", transferTimeout);
    requirePositive("first-retry", firstRetry);
    if (longestRetry.compareTo(firstRetry) < 0) {
      throw new CannotStartException(
          "tamnas.service.longest-retry is at least first-retry ("
              + firstRetry
              + "), not "
              + longestRetry);
    }
  }

  /** The pauses between tries. */
  public Backoff backoff() {
    return new Backoff(firstRetry, longestRetry);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new CannotStartException("tamnas.service." + name + " is longer than 0, not " + value);
    }
  }
}
