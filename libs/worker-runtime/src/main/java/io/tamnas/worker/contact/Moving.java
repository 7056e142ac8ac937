package io.tamnas.worker.contact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes whose coming is noted. */
final class Moving extends FilterInputStream {
  private final Stall stall;

  Moving(InputStream in, Stall stall) {
    super(in);
    this.stall = stall;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    stall.moved();
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    stall.moved();
    return count;
  }
}
