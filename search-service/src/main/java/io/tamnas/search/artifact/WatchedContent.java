package io.tamnas.search.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells where the bytes that are given out turn out to be damaged. */
final class WatchedContent extends FilterInputStream {

  private final Runnable onDamage;

  WatchedContent(InputStream content, Runnable onDamage) {
    super(content);
    this.onDamage = onDamage;
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (ArtifactDamaged damaged) {
      onDamage.run();
      throw damaged;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (ArtifactDamaged damaged) {
      onDamage.run();
      throw damaged;
    }
  }
}
