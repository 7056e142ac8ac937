package io.tamnas.search.health;

import io.tamnas.search.pulse.Question;
import io.tamnas.search.pulse.Unanswered;
import java.util.concurrent.TimeoutException;
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
    try {
      return Question.ask(this::isMigrated, settings.answer())
          ? verdict.up()
          : verdict.down("migration " + schema.text() + " has not been made");
    } catch (Unanswered e) {
      return verdict.down(
          e.getCause() instanceof TimeoutException
              ? String.valueOf(e.getMessage())
              : "the database refuses to answer");
    }
  }

  private boolean isMigrated() {
    return database.sql(MIGRATED).param(schema.text()).query(Boolean.class).single();
  }
}
