package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A store in which something happens between the decision to delete and the deletion.
 *
 * @param store does all the rest
 */
record StalledStore(ArtifactStore store, Runnable meanwhile) implements ArtifactStore {

  @Override
  public void delete(Digest name) {
    meanwhile.run();
    store.delete(name);
  }

  @Override
  public long put(Digest name, InputStream content) throws IOException {
    return store.put(name, content);
  }

  @Override
  public void requireWritable() throws IOException {
    store.requireWritable();
  }

  @Override
  public StoredContent open(Digest name) {
    return store.open(name);
  }

  @Override
  public void list(Consumer<StoredObject> each) {
    store.list(each);
  }

  @Override
  public void sweep(Instant longAgo) {
    store.sweep(longAgo);
  }

  @Override
  public UUID mark(String name, UUID first) {
    return store.mark(name, first);
  }

  @Override
  public String place() {
    return store.place();
  }
}
