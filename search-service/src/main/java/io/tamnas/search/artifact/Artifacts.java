package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All artifacts. Putting the same one twice keeps one. */
@Component
public class Artifacts {

  private static final Logger log = LoggerFactory.getLogger(Artifacts.class);

  private final ArtifactStore store;
  private final ArtifactRows rows;
  private final Repairs repairs;

  Artifacts(ArtifactStore store, ArtifactRows rows, Repairs repairs) {
    this.store = store;
    this.rows = rows;
    this.repairs = repairs;
  }

  /**
   * Whether the artifact is there and can be named from now on. In the transaction that names it,
   * so that it is not deleted in between.
   */
  public boolean contains(Digest name) {
    return rows.touch(name);
  }

  /**
   * Keeps the content, and tells whether it is new. What was there and is damaged is replaced.
   *
   * @throws ArtifactLeaving where the same artifact is being deleted at this moment
   */
  Arrival put(Digest name, InputStream content) throws IOException {
    boolean known = rows.begin(name).orElseThrow(() -> new ArtifactLeaving(name));
    long size = store.put(name, content);
    if (!rows.arrived(name, size)) {
      throw new ArtifactLeaving(name);
    }
    if (known) {
      return Arrival.KNOWN;
    }
    log.info("artifact {} stored, {} bytes", name, size);
    return Arrival.NEW;
  }

  /**
   * The content of an artifact, which the caller closes. One that is damaged does not come to its
   * end, and is refused from then on, until it is whole again.
   *
   * @throws UnknownArtifact where there is none
   * @throws ArtifactDamaged where it is known to be damaged
   */
  public StoredContent get(Digest name) {
    require(name);
    if (rows.isDamaged(name)) {
      repairs.require(name);
    }
    StoredContent content = opened(name);
    return new StoredContent(
        new WatchedContent(content.stream(), () -> damaged(name)), content.length());
  }

  /**
   * Returns where there is such an artifact, in whatever condition.
   *
   * @throws UnknownArtifact where there is none
   */
  void require(Digest name) {
    if (!rows.isStored(name)) {
      throw new UnknownArtifact(name);
    }
  }

  private StoredContent opened(Digest name) {
    try {
      return store.open(name);
    } catch (ArtifactDamaged damaged) {
      damaged(name);
      throw damaged;
    }
  }

  private void damaged(Digest name) {
    rows.damaged(name);
    log.error("artifact {} is damaged or missing in {}", name, store.place());
  }

  /**
   * Returns where an artifact could be put now.
   *
   * @throws IOException where not
   */
  public void requireWritable() throws IOException {
    store.requireWritable();
  }

  /** Whether an artifact was there before it was put. */
  enum Arrival {
    NEW,
    KNOWN
  }
}
