package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an artifact; whoever gets them closes them.
 *
 * @param stream throws {@link ArtifactDamaged} instead of ending where the digest is wrong
 * @param length in bytes
 */
public record StoredContent(InputStream stream, long length) implements AutoCloseable {

  /** Reads all of it. */
  void verify() throws IOException {
    stream.transferTo(java.io.OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
