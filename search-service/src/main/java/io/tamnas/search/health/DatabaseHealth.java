package io.tamnas.search.health;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ready: the database answers, and is migrated at least to what this build was written for. */
@Component("databaseHealthIndicator")
final class DatabaseHealth implements HealthIndicator {

  private static final String MIGRATED =
      "select exists (select from flyway_schema_history where version = ? and success)";

  private final JdbcClient database;
  private final HealthSettings settings;
  private final SchemaVersion schema = SchemaVersion.ofThisBuild();
  private final Verdict verdict = new Verdict("database");

  DatabaseHealth(JdbcClient database, HealthSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  @Override
  public Health health() {
    return new Question(this::migrations, _ -> "the database does not answer as it should")
        .complaint(settings.answer())
        .map(verdict::down)
        .orElseGet(verdict::up);
  }

  private Optional<String> migrations() {
    boolean migrated =
        database.sql(MIGRATED).param(schema.text()).query(Boolean.class).single();
    return migrated
        ? Optional.empty()
        : Optional.of("migration " + schema.text() + " has not been made");
  }
}
