package io.tamnas.search.artifact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes known what has lain in the store for long, and no row knows; many objects at a time. */
final class Adoption implements Consumer<StoredObject> {

  private static final Logger log = LoggerFactory.getLogger(Adoption.class);

  private static final int AT_ONCE = 1000;

  private final ArtifactRows rows;
  private final Instant longAgo;
  private final List<StoredObject> old = new ArrayList<>();

  Adoption(ArtifactRows rows, Instant longAgo) {
    this.rows = rows;
    this.longAgo = longAgo;
  }

  @Override
  public void accept(StoredObject object) {
    if (object.changedAt().isBefore(longAgo)) {
      old.add(object);
    }
    if (old.size() == AT_ONCE) {
      end();
    }
  }

  /** The last objects came. */
  void end() {
    if (!old.isEmpty()) {
      rows.adopt(old)
          .forEach(name -> log.info("artifact {} lies in the store, but no row knew it", name));
      old.clear();
    }
  }
}
