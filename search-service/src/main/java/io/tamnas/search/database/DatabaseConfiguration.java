package io.tamnas.search.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections to the database that end when nothing comes any more. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

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
