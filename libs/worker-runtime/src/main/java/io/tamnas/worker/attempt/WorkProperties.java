package io.tamnas.worker.attempt;

import io.tamnas.worker.start.CannotStartException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where a worker keeps its files.
 *
 * @param directory this worker's alone; without it, a folder of the worker's id in the folder for
 *     temporary files
 * @param cache how many bytes of downloaded artifacts are kept
 */
@ConfigurationProperties("tamnas.work")
public record WorkProperties(@Nullable Path directory, @DefaultValue("4GB") DataSize cache) {
  public WorkProperties {
    if (cache.toBytes() < 1) {
      throw new CannotStartException("tamnas.work.cache is at least one byte, not " + cache);
    }
  }
}
