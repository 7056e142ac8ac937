package io.tamnas.search.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is traced, and what log lines say of calls. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration implements WebMvcConfigurer {

  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  /**
   * Where traces go nowhere, none is recorded that nobody else wants; ids are given all the same.
   */
  @Bean
  Sampler sampler(Environment environment, TracingProperties tracing) {
    return Sampler.parentBased(
        environment.containsProperty(ENDPOINT)
            ? Sampler.traceIdRatioBased(tracing.getSampling().getProbability())
            : Sampler.alwaysOff());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new CallLog("worker"))
        .addPathPatterns("/api/v1/tasks/{task}/attempts/{attempt}/**", "/api/v1/workers/{id}/**");
    registry.addInterceptor(new CallLog("job")).addPathPatterns("/api/v1/search-jobs/{id}/**");
  }
}
