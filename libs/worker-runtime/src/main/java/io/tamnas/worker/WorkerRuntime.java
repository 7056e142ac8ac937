package io.tamnas.worker;

import io.tamnas.worker.lease.SteadyClock;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All that makes a process a worker. The application that imports it brings at least one {@link
 * io.tamnas.worker.task.TaskRunner} and a {@link io.tamnas.worker.identity.WorkerDescription}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class WorkerRuntime {

  @Bean
  Clock clock() {
    return new SteadyClock(Clock.systemUTC());
  }
}
