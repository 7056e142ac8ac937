package io.tamnas.search.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections to the database that end when nothing comes any more. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

  @Bean
  static BeanPostProcessor patience(ObjectProvider<DatabaseSettings> settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
          new Patience(settings.getObject()).teach(pool);
        }
        return bean;
      }
    };
  }

  /** What is done now and then is done again later: where the database is away, that is all. */
  @Bean
  SimpleAsyncTaskSchedulerCustomizer scheduled() {
    return scheduler ->
        scheduler.setErrorHandler(
            failure -> {
              if (DatabaseAway.isToldBy(failure)) {
                log.warn("put off to the next time: {}", failure.getMessage());
              } else {
                log.error("put off to the next time", failure);
              }
            });
  }

  /** Migrations have connections of their own: one may take as long as it takes. */
  @Bean
  FlywayConnectionDetails migrations(JdbcConnectionDetails database) {
    return new FlywayConnectionDetails() {
      @Override
      public @Nullable String getUsername() {
        return database.getUsername();
      }

      @Override
      public @Nullable String getPassword() {
        return database.getPassword();
      }

      @Override
      public String getJdbcUrl() {
        return database.getJdbcUrl();
      }
    };
  }
}
