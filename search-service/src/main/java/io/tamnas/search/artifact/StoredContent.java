package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.core.io.InputStreamResource;

/**
 * The bytes of an artifact; whoever gets them closes them.
 *
 * @param stream throws {@link ArtifactDamaged} instead of ending where the digest is wrong
 * @param length in bytes
 */
public record StoredContent(InputStream stream, long length) implements AutoCloseable {

  /** Reads all of it. */
  void verify() throws IOException {
    stream.transferTo(OutputStream.nullOutputStream());
  }

  /**
   * The body of an answer, which is sent once, from its beginning to its end, and closed. Where it
   * turns out to be damaged on the way, the connection ends before the body does.
   */
  public InputStreamResource body() {
    return new InputStreamResource(stream);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
