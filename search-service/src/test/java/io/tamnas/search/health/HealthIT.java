package io.tamnas.search.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Scrape;
import io.tamnas.search.support.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthIT {

  private static final String READINESS = "/actuator/health/readiness";
  private static final String STORE = "/actuator/health/store";
  private static final Duration BACK = Duration.ofSeconds(20);

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  private int readiness() {
    return service.get(READINESS).status();
  }

  private String reason(String group, String component) {
    return service
        .get(group)
        .json()
        .at("/components/" + component + "/details/reason")
        .asString("");
  }

  private void assertLive() {
    assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
  }

  @Test
  void isReadyWithDatabaseAndMigrations() {
    assertThat(readiness()).isEqualTo(200);
    assertLive();
  }

  @Test
  void staysReadyAndSaysSoWhileNothingCanBeStored() throws IOException {
    StoreWatch watch = service.part(StoreWatch.class);
    Path artifacts = RUNNING.artifacts();
    Path away = artifacts.resolveSibling(artifacts.getFileName() + "-away");
    Files.move(artifacts, away);
    try {
      watch.ask();
      assertThat(service.get(STORE).status()).isEqualTo(503);
      assertThat(reason(STORE, "artifacts")).startsWith("nothing can be stored: ");
      assertThat(service.scrape().of("tamnas_artifacts_writable")).isZero();
      assertThat(readiness()).isEqualTo(200);
      assertLive();
    } finally {
      Files.move(away, artifacts);
    }
    watch.ask();
    assertThat(service.get(STORE).status()).isEqualTo(200);
    assertThat(service.scrape().of("tamnas_artifacts_writable")).isEqualTo(1);
  }

  @Test
  void isNotReadyButLiveWhileTheSchemaIsOlderThanTheService() {
    String migration = SchemaVersion.ofThisBuild().text();
    String found = "update flyway_schema_history set success = %s where version = '%s'";
    RUNNING.database().execute(found.formatted(false, migration));
    try {
      assertThat(readiness()).isEqualTo(503);
      assertThat(reason(READINESS, "database")).contains("migration " + migration);
      assertLive();
    } finally {
      RUNNING.database().execute(found.formatted(true, migration));
    }
    assertThat(readiness()).isEqualTo(200);
  }

  @Test
  void isNotReadyButLiveAndMeasuredWhileTheDatabaseIsAway() {
    RUNNING.database().close();
    try {
      assertThat(readiness()).isEqualTo(503);
      assertThat(reason(READINESS, "database")).isNotEmpty();
      assertLive();
      await()
          .untilAsserted(
              () -> {
                Scrape scrape = service.scrape();
                assertThat(scrape.of("tamnas_database_up")).isZero();
                assertThat(scrape.find("tamnas_tasks")).isEmpty();
                assertThat(scrape.find("tamnas_evaluations_total")).isPresent();
              });
    } finally {
      RUNNING.database().open();
    }
    await().atMost(BACK).until(() -> readiness() == 200);
    await().atMost(BACK).until(() -> service.scrape().of("tamnas_database_up") == 1);
  }
}
