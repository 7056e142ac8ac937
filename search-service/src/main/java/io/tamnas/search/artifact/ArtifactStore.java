package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where artifacts lie. An artifact appears under its name only when it is whole and its digest was
 * checked, and is given out to its end only where the digest is right still. Putting the same one
 * twice, also at the same time, is harmless. Content is streamed both ways.
 *
 * <p>Every method throws {@link StoreUnavailable} where the store does not do it now.
 */
interface ArtifactStore {

  /**
   * Keeps what is read, and returns how many bytes that was. What was there under that name and is
   * broken is replaced.
   *
   * @throws DigestMismatch where the content has another digest; nothing is kept
   * @throws ArtifactTooLarge where it is longer than allowed; nothing is kept
   * @throws StoreFull where there is no room; nothing is kept
   * @throws IOException where the content cannot be read; nothing is kept
   */
  long put(Digest name, InputStream content) throws IOException;

  /**
   * The content of that name. Its stream throws {@link ArtifactDamaged} instead of ending where the
   * digest is wrong.
   *
   * @throws ArtifactDamaged where there is nothing, or it is known already to be broken
   */
  StoredContent open(Digest name);

  /** Deletes what there is under that name. */
  void delete(Digest name);

  /** Shows everything that lies here, in no order. */
  void list(Consumer<StoredObject> each);

  /** Deletes what uploads have left behind that broke off with their process, long ago. */
  void sweep(Instant longAgo);

  /**
   * What a mark of the store says: the same to all who ask, the first of whom sets it.
   *
   * @param name of the file that holds it
   * @param first what it says from now on where there is none
   * @throws StoreRefused where it says nothing that can be read
   */
  UUID mark(String name, UUID first);

  /**
   * Returns where something could be kept now.
   *
   * @throws IOException where not
   */
  void requireWritable() throws IOException;

  /** Where it is, for a person. */
  String place();
}
