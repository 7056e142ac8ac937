package io.tamnas.worker.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where data sets lie on this machine.
 *
 * @param root a directory with one folder per data set; jobs name folders in it and nothing else
 */
@ConfigurationProperties("tamnas.data")
public record DataProperties(@Nullable Path root) {}
