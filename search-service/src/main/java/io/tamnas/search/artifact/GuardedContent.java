package io.tamnas.search.artifact;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Bytes that are given out while their digest is taken; the last of them are held back until it is
 * found right, so that nobody gets a broken artifact to its end. A short one is found right or
 * broken before anything of it is given out.
 */
final class GuardedContent extends FilterInputStream {

  private static final int HELD_BACK = 1 << 16;

  /** Then at least as much is given out first as is held back: an answer has begun by then. */
  private static final int SHORT = 2 * HELD_BACK;

  private final Digest name;
  private final MessageDigest digest = Digest.sha256();
  private final int heldBack;
  private long free;
  private InputStream end = InputStream.nullInputStream();

  /**
   * Guards bytes that have not been read from yet.
   *
   * @param length how many there should be
   * @throws ArtifactDamaged where they are few and broken
   */
  static GuardedContent of(Digest name, InputStream content, long length) throws IOException {
    GuardedContent guarded = new GuardedContent(name, content, length);
    if (guarded.free == 0) {
      guarded.judge();
    }
    return guarded;
  }

  private GuardedContent(Digest name, InputStream content, long length) {
    super(content);
    this.name = name;
    this.heldBack = (int) (length <= SHORT ? length : HELD_BACK);
    this.free = length - heldBack;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (free == 0) {
      return end.read(bytes, offset, length);
    }
    int read = in.read(bytes, offset, (int) Math.min(free, length));
    if (read < 0) {
      throw broken();
    }
    digest.update(bytes, offset, read);
    free -= read;
    if (free == 0) {
      judge();
    }
    return read;
  }

  /** Reads what is held back, and one more than there should be. */
  private void judge() throws IOException {
    byte[] last = in.readNBytes(heldBack + 1);
    digest.update(last);
    if (last.length != heldBack || !Digest.of(digest).equals(name)) {
      throw broken();
    }
    end = new ByteArrayInputStream(last);
  }

  private ArtifactDamaged broken() {
    return new ArtifactDamaged(name, "it has other content in the store than its name says");
  }

  /** By reading, so that nothing passes unseen. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, HELD_BACK)).length;
  }

  @Override
  public int available() throws IOException {
    return free == 0 ? end.available() : 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
