package io.tamnas.search.artifact;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a database and its store together: the first replica records the store's identity, and a
 * replica that has another store does not start. So two replicas that each have a disk of their own
 * are caught before a worker misses an artifact.
 */
@Component
class StoreIdentity {

  private final JdbcClient database;
  private final ArtifactStore store;

  StoreIdentity(JdbcClient database, ArtifactStore store) {
    this.database = database;
    this.store = store;
  }

  /**
   * Makes sure that it is the database's store.
   *
   * @throws StoreRefused where it is another one, or cannot be used
   */
  void require() {
    UUID found = ofStore();
    UUID recorded = recorded(found);
    if (!recorded.equals(found)) {
      throw new StoreRefused(another(found, recorded), null);
    }
  }

  private UUID ofStore() {
    try {
      return store.identity();
    } catch (StoreUnavailable | StoreFull e) {
      throw new StoreRefused("the service cannot start: " + e.getMessage(), e);
    }
  }

  /** Whose identity comes first, stays. */
  private UUID recorded(UUID found) {
    database
        .sql("insert into artifact_store (identity) values (?) on conflict do nothing")
        .param(found)
        .update();
    return database.sql("select identity from artifact_store").query(UUID.class).single();
  }

  private String another(UUID found, UUID recorded) {
    return """
    This database belongs to the store of artifacts %s, but %s is the store %s.
    Several replicas of the service: give all of them one store, an object store \
    (tamnas.artifacts.store=object-store) or a volume that they share.
    The artifacts were moved: copy everything, the file '%s' too.
    The old store is lost: write %s into '%s' of this one; what it held is gone then.\
    """
        .formatted(
            recorded,
            store.place(),
            found,
            ArtifactStore.IDENTITY,
            recorded,
            ArtifactStore.IDENTITY);
  }

  /**
   * What an identity's file says.
   *
   * @throws StoreRefused where it is no identity
   */
  static UUID parse(String text, String file) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw new StoreRefused(file + " must hold the identity of the store, a UUID, not " + text, e);
    }
  }
}
