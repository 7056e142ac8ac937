package io.tamnas.worker.access;

import io.tamnas.worker.start.CannotStartException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What guards the calls between the service and its workers.
 *
 * @param token shared by all of them; there is no default
 */
@ConfigurationProperties("tamnas")
public record AccessProperties(@DefaultValue("") String token) {
  public AccessProperties {
    if (token.isBlank()) {
      throw new CannotStartException(
          "tamnas.token (environment: TAMNAS_TOKEN) is not set: give the token of the search"
              + " service, which workers and service share");
    }
    if (!token.matches("[\\x21-\\x7E]+")) {
      throw new CannotStartException(
          "tamnas.token (environment: TAMNAS_TOKEN) consists of printable ASCII characters without"
              + " blanks; the one that is set does not");
    }
  }

  @Override
  public String toString() {
    return "AccessProperties[token=***]";
  }
}
