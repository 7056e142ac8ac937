package io.tamnas.search.artifact;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes artifacts that nothing names any more. Any number of replicas do it side by side: each
 * takes other ones, and what one of them leaves half done, another one finishes. It runs at a fixed
 * rate, since what has a fixed delay shares one thread, on which leases are watched.
 */
@Component
@EnableConfigurationProperties(CollectionSettings.class)
class ArtifactCollection {

  private static final Logger log = LoggerFactory.getLogger(ArtifactCollection.class);

  private static final int AT_ONCE = 100;

  /** After so many deletions that failed one after the other, the store does not delete now. */
  private static final int PATIENCE = 3;

  /** After that, whoever deletes an artifact is taken for dead. */
  private static final Duration LONGEST_DELETION = Duration.ofMinutes(10);

  private final ArtifactStore store;
  private final ArtifactRows rows;
  private final CollectionSettings settings;
  private final Counter deleted;
  private final Counter deletedBytes;
  private final Lock running = new ReentrantLock();

  ArtifactCollection(
      ArtifactStore store, ArtifactRows rows, CollectionSettings settings, MeterRegistry meters) {
    this.store = store;
    this.rows = rows;
    this.settings = settings;
    this.deleted = meters.counter("tamnas.artifacts.collected");
    this.deletedBytes = meters.counter("tamnas.artifacts.collected.bytes");
  }

  @Scheduled(
      initialDelayString = "10m",
      fixedRateString = "${tamnas.artifacts.collection.interval:1h}")
  void runWhereEnabled() {
    if (settings.enabled() && running.tryLock()) {
      try {
        run();
      } catch (StoreUnavailable | DataAccessException e) {
        log.warn("artifacts are not collected now, trying again later: {}", e.getMessage());
      } finally {
        running.unlock();
      }
    }
  }

  /** Deletes all that is due. */
  void run() {
    Instant longAgo = rows.before(settings.age());
    store.sweep(longAgo);
    adopt(longAgo);
    int failures = 0;
    for (List<ArtifactRows.Due> due = due(); !due.isEmpty(); due = due()) {
      for (ArtifactRows.Due artifact : due) {
        failures = tryToDelete(artifact) ? 0 : failures + 1;
        requirePatience(failures);
      }
    }
  }

  private List<ArtifactRows.Due> due() {
    return rows.due(settings.age(), LONGEST_DELETION, AT_ONCE);
  }

  private void requirePatience(int failures) {
    if (failures == PATIENCE) {
      throw new StoreUnavailable(
          store.place(), "refused %d deletions in a row".formatted(failures), null);
    }
  }

  /** Such as where the database was restored from a copy that is older than the store. */
  private void adopt(Instant longAgo) {
    Adoption adoption = new Adoption(rows, longAgo);
    store.list(adoption);
    adoption.end();
  }

  /**
   * One after the other is taken out, and only for its deletion: nobody who brings an artifact
   * again waits for others, or for a store that deletes nothing.
   */
  private boolean tryToDelete(ArtifactRows.Due due) {
    Optional<ArtifactRows.Leaving> ours = rows.leave(due);
    try {
      ours.ifPresent(this::deleteOurs);
      return true;
    } catch (StoreUnavailable | StoreFull e) {
      ours.ifPresent(rows::stay);
      log.warn("artifact {} stays for now: {}", due.name(), e.getMessage());
      return false;
    }
  }

  private void deleteOurs(ArtifactRows.Leaving artifact) {
    store.delete(artifact.name());
    if (rows.left(artifact)) {
      tell(artifact);
    } else {
      doubt(artifact.name());
    }
  }

  /** It may have come again before it was deleted: then it is asked for as a missing one is. */
  private void doubt(Digest name) {
    rows.damaged(name);
    log.warn("deleting artifact {} took so long that another replica took over", name);
  }

  private void tell(ArtifactRows.Leaving artifact) {
    deleted.increment();
    deletedBytes.increment((double) artifact.size());
    log.info(
        "artifact {} deleted, {} bytes: nothing names it any more",
        artifact.name(),
        artifact.size());
  }
}
