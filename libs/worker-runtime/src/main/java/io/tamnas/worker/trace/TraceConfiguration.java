package io.tamnas.worker.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What is traced. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  /** What the service wants recorded is; anything else only where traces are exported. */
  @Bean
  Sampler sampler(Environment environment, TracingProperties tracing) {
    return Sampler.parentBased(
        environment.containsProperty(ENDPOINT)
            ? Sampler.traceIdRatioBased(tracing.getSampling().getProbability())
            : Sampler.alwaysOff());
  }
}
