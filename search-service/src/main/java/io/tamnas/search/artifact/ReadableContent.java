package io.tamnas.search.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;

/**
 * The bytes of an open file. Where the disk does not give them out, the artifact is damaged; where
 * the reader is interrupted, nothing is known of it.
 */
final class ReadableContent extends FilterInputStream {

  private final Digest name;

  ReadableContent(Digest name, InputStream file) {
    super(file);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (ClosedChannelException closed) {
      throw closed;
    } catch (IOException e) {
      throw new ArtifactDamaged(name, "its file cannot be read (" + e.getMessage() + ")");
    }
  }
}
