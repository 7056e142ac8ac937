package io.tamnas.worker.dataset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the data root at start. */
@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {

  @Bean
  DataRoot dataRoot(DataProperties data) {
    return DataRoot.of(data);
  }
}
