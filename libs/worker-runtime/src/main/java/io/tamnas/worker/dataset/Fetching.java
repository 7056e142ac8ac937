package io.tamnas.worker.dataset;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that brings data sets and ends; it reads the settings of the worker it precedes. */
public final class Fetching {
  private static final Logger log = LoggerFactory.getLogger(Fetching.class);

  private Fetching() {}

  /** Only where data sets lie; nothing of a worker. */
  @EnableConfigurationProperties(DataProperties.class)
  static class Settings {}

  /** Fetches; the status to end with, after one line of reason where it is not 0. */
  public static int run(Consumer<DataRoot> fetch, String... arguments) {
    try (ConfigurableApplicationContext context = context(arguments)) {
      DataRoot root = DataRoot.of(context.getBean(DataProperties.class));
      log.info("data sets to fetch: {}", root.missing().keySet());
      fetch.accept(root);
      log.info("all data sets are there");
      return 0;
    } catch (RuntimeException failed) {
      log.error("data sets cannot be fetched: {}", failed.getMessage());
      return 1;
    }
  }

  private static ConfigurableApplicationContext context(String... arguments) {
    return new SpringApplicationBuilder(Settings.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run(arguments);
  }
}
