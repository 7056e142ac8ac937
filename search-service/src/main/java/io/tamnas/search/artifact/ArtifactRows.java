package io.tamnas.search.artifact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of artifacts. One is ARRIVING from before its first byte, STORED when it is whole, and
 * LEAVING from before its deletion; only a stored one is there for anybody. So an upload and a
 * deletion of the same name never meet: what arrives is young, and what leaves takes no upload.
 */
@Component
class ArtifactRows {

  private final JdbcClient database;

  ArtifactRows(JdbcClient database) {
    this.database = database;
  }

  /** Announces an upload, and tells whether the artifact was there; empty where it is leaving. */
  Optional<Boolean> begin(Digest name) {
    return database
        .sql(
            """
            insert into artifact (sha256, size, state) values (?, 0, 'ARRIVING')
            on conflict (sha256) do update set touched_at = clock_timestamp()
            where artifact.state <> 'LEAVING' returning state = 'STORED'
            """)
        .param(name.text())
        .query(Boolean.class)
        .optional();
  }

  /** The store has it, whole; tells whether it stays. */
  boolean arrived(Digest name, long size) {
    return database
            .sql(
                """
                update artifact set state = 'STORED', size = ?, damaged_at = null,
                    touched_at = clock_timestamp()
                where sha256 = ? and state <> 'LEAVING'
                """)
            .params(size, name.text())
            .update()
        == 1;
  }

  boolean isStored(Digest name) {
    return database
        .sql("select true from artifact where sha256 = ? and state = 'STORED'")
        .param(name.text())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** Whether it is there, and nobody has found it damaged; makes it young if so. */
  boolean touch(Digest name) {
    return database
            .sql(
                """
                update artifact set touched_at = clock_timestamp()
                where sha256 = ? and state = 'STORED' and damaged_at is null
                """)
            .param(name.text())
            .update()
        == 1;
  }

  boolean isDamaged(Digest name) {
    return database
        .sql("select true from artifact where sha256 = ? and damaged_at is not null")
        .param(name.text())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  void damaged(Digest name) {
    database
        .sql("update artifact set damaged_at = clock_timestamp() where sha256 = ?")
        .param(name.text())
        .update();
  }

  void whole(Digest name) {
    database
        .sql("update artifact set damaged_at = null where sha256 = ?")
        .param(name.text())
        .update();
  }

  /**
   * Makes those objects known that no row knows, each with its own age, and returns their names. In
   * one order, or replicas that do the same would wait for one another.
   */
  List<Digest> adopt(List<StoredObject> objects) {
    return database
        .sql(
            """
            insert into artifact (sha256, size, state, created_at, touched_at)
            select name, size, 'STORED', changed_at, changed_at
            from unnest(:names, :sizes, cast(:times as timestamptz[])) as one (name, size, changed_at)
            order by name on conflict do nothing returning sha256
            """)
        .param("names", objects.stream().map(one -> one.name().text()).toArray(String[]::new))
        .param("sizes", objects.stream().map(StoredObject::size).toArray(Long[]::new))
        .param(
            "times", objects.stream().map(one -> one.changedAt().toString()).toArray(String[]::new))
        .query((row, number) -> new Digest(row.getString(1)))
        .list();
  }

  /** By the database's clock. */
  Instant before(Duration age) {
    return database
        .sql("select clock_timestamp() - ? * interval '1 second'")
        .param(age.toSeconds())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /**
   * Artifacts that nothing names and nobody has touched for so long, and those whose deletion was
   * broken off; the least touched first. They stay as they are until each of them leaves.
   */
  List<Due> due(Duration age, Duration longestDeletion, int limit) {
    return database
        .sql(
            """
            with named as materialized (select distinct sha256 from (%s) digests)
            select a.sha256, greatest(a.touched_at, a.left_at)
            from artifact a left join named on named.sha256 = a.sha256
            where case a.state
              when 'LEAVING' then a.left_at < clock_timestamp() - :deletion * interval '1 second'
              else a.touched_at < clock_timestamp() - :age * interval '1 second'
                and named.sha256 is null
              end
            order by a.touched_at, a.sha256 limit :limit
            """
                .formatted(ArtifactReferences.SQL))
        .param("age", age.toSeconds())
        .param("deletion", longestDeletion.toSeconds())
        .param("limit", limit)
        .query(
            (row, _) ->
                new Due(new Digest(row.getString(1)), row.getObject(2, OffsetDateTime.class)))
        .list();
  }

  /**
   * Takes one out that was due, right before its deletion; empty where it was touched since, as by
   * whoever names it, or another replica is deleting it.
   */
  Optional<Leaving> leave(Due due) {
    return database
        .sql(
            """
            update artifact set state = 'LEAVING', left_at = clock_timestamp()
            where sha256 = ? and greatest(touched_at, left_at) = ?
            returning sha256, size, left_at
            """)
        .params(due.name().text(), due.since())
        .query(ArtifactRows::leaving)
        .optional();
  }

  private static Leaving leaving(ResultSet row, int number) throws SQLException {
    return new Leaving(
        new Digest(row.getString(1)), row.getLong(2), row.getObject(3, OffsetDateTime.class));
  }

  /**
   * Its deletion failed, so that it may be there or not: it takes uploads again, is looked for
   * where it is asked for, and grows old anew.
   */
  void stay(Leaving artifact) {
    database
        .sql(
            """
            update artifact set state = 'STORED', left_at = null, touched_at = clock_timestamp(),
                damaged_at = clock_timestamp()
            where sha256 = ? and state = 'LEAVING' and left_at = ?
            """)
        .params(artifact.name().text(), artifact.since())
        .update();
  }

  /** The store has it no more; tells whether nobody had taken the deletion over meanwhile. */
  boolean left(Leaving artifact) {
    return database
            .sql("delete from artifact where sha256 = ? and state = 'LEAVING' and left_at = ?")
            .params(artifact.name().text(), artifact.since())
            .update()
        == 1;
  }

  /**
   * An artifact that could be deleted.
   *
   * @param since by the database's clock; changes with every touch
   */
  record Due(Digest name, OffsetDateTime since) {}

  /**
   * An artifact that is being deleted.
   *
   * @param since by the database's clock; tells who deletes it
   */
  record Leaving(Digest name, long size, OffsetDateTime since) {}
}
