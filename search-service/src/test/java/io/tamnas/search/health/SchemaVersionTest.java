package io.tamnas.search.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {

  /** The files sort otherwise than their versions: V9 after V14. */
  @Test
  void isThatOfTheNewestMigration() {
    MigrationVersion newest = MigrationVersion.fromVersion(SchemaVersion.ofThisBuild().text());

    assertThat(newest.isAtLeast("14")).isTrue();
  }
}
