package io.tamnas.worker.engine;

import io.tamnas.worker.start.CannotStartException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the numeric engine is set up. Both change bits, so they are constants of a worker.
 *
 * @param threads that one operation uses; without it, the processors of the machine
 * @param device on what it computes
 */
@ConfigurationProperties("tamnas.engine")
public record EngineProperties(
    @Nullable Integer threads, @DefaultValue("auto") EngineDevice device) {
  private static final int MOST_THREADS = 1024;

  public EngineProperties {
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw new CannotStartException(
          "tamnas.engine.threads is between 1 and " + MOST_THREADS + ", not " + threads);
    }
  }

  /** The number of threads to use on this machine. */
  public int effectiveThreads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
