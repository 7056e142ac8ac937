package io.tamnas.search.artifact;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a database and its store together, one of each: the first replica records the store's
 * identity in the database and the database's in the store, and a replica that finds another one
 * does not start. So two replicas that each have a disk of their own are caught before a worker
 * misses an artifact, and two databases with one store before either deletes what the other needs.
 */
@Component
class StoreIdentity {

  /** The mark that tells a store from every other one. */
  static final String STORE = "store-identity";

  /** The mark that tells whose store it is. */
  static final String DATABASE = "store-database";

  private final JdbcClient database;
  private final ArtifactStore store;

  StoreIdentity(JdbcClient database, ArtifactStore store) {
    this.database = database;
    this.store = store;
  }

  private record Recorded(UUID identity, UUID database) {}

  /**
   * Makes sure that it is the database's store, and the store's database.
   *
   * @throws StoreRefused where either is another one, or the store cannot be used
   */
  void require() {
    UUID found = mark(STORE, UUID.randomUUID());
    Recorded recorded = recorded(found);
    if (!recorded.identity().equals(found)) {
      throw new StoreRefused(anotherStore(found, recorded.identity()), null);
    }
    UUID owner = mark(DATABASE, recorded.database());
    if (!recorded.database().equals(owner)) {
      throw new StoreRefused(anotherDatabase(owner, recorded.database()), null);
    }
  }

  private UUID mark(String name, UUID first) {
    try {
      return store.mark(name, first);
    } catch (StoreUnavailable | StoreFull e) {
      throw new StoreRefused("the service cannot start: " + e.getMessage(), e);
    }
  }

  /** Whose identity comes first, stays. */
  private Recorded recorded(UUID found) {
    database
        .sql("insert into artifact_store (identity) values (?) on conflict do nothing")
        .param(found)
        .update();
    return database
        .sql("select identity, database from artifact_store")
        .query(
            (row, number) ->
                new Recorded(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .single();
  }

  private String anotherStore(UUID found, UUID recorded) {
    return """
    This database belongs to the store of artifacts %s, but %s is the store %s.
    Several replicas of the service: give all of them one store, an object store \
    (tamnas.artifacts.store=object-store) or a volume that they share.
    The artifacts were moved: copy everything, the files '%s' and '%s' too.
    The old store is lost: write %s into '%s' of this one; what it held is gone then.\
    """
        .formatted(recorded, store.place(), found, STORE, DATABASE, recorded, STORE);
  }

  private String anotherDatabase(UUID found, UUID recorded) {
    return """
    The store of artifacts %s belongs to the database %s, but this is the database %s.
    Two installations: give each a store of its own, or each deletes what the other needs.
    The other database is gone: delete the file '%s' in the store; what lies there is deleted \
    then after its age, unless this database names it.\
    """
        .formatted(store.place(), found, recorded, DATABASE);
  }

  /**
   * What the file of a mark says.
   *
   * @throws StoreRefused where it is no UUID
   */
  static UUID parse(String text, String file) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw new StoreRefused(file + " must hold a UUID, not '" + text.strip() + "'", e);
    }
  }
}
