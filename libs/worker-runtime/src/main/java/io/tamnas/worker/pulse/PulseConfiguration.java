package io.tamnas.worker.pulse;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the heartbeats of this process. */
@Configuration(proxyBeanMethods = false)
class PulseConfiguration {

  /** Longer than any call to the service may take. */
  private static final Duration ALLOWANCE = Duration.ofMinutes(2);

  @Bean
  Heartbeats heartbeats(Clock clock) {
    return new Heartbeats(clock, ALLOWANCE);
  }
}
