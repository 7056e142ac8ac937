package io.tamnas.search.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class DatabaseSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(DatabaseSettings.class))
        .isEqualTo(new DatabaseSettings(Duration.ofSeconds(20)));
  }

  @Test
  void isMapped() {
    assertThat(Bound.of(DatabaseSettings.class, "tamnas.database.silence=3s"))
        .isEqualTo(new DatabaseSettings(Duration.ofSeconds(3)));
  }

  @Test
  void refusesWhatTheDriverTakesForNoBoundAtAll() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(DatabaseSettings.class, "tamnas.database.silence=999ms"))
        .havingRootCause()
        .withMessageContaining("tamnas.database.silence must be at least 1s");
  }

  @Test
  void boundsAllThatConnectionsWaitFor() {
    HikariConfig pool = new HikariConfig();

    new Patience(new DatabaseSettings(Duration.ofSeconds(7))).teach(pool);

    assertThat(pool.getDataSourceProperties())
        .containsEntry("connectTimeout", "7")
        .containsEntry("socketTimeout", "7")
        .containsEntry("tcpKeepAlive", "true");
    assertThat(pool.getConnectionTimeout()).isEqualTo(3500);
    assertThat(pool.getValidationTimeout()).isEqualTo(1750);
    assertThat(pool.getConnectionInitSql())
        .contains(
            "statement_timeout = '7s'", "idle_in_transaction_session_timeout = '7s'", "jit = off");
  }

  @Test
  void refusesRequestsWellBeforeTheirSendersGiveUp() {
    assertThat(new DatabaseSettings(Duration.ofSeconds(20)).borrowing())
        .isEqualTo(Duration.ofSeconds(5));
  }
}
