package io.tamnas.worker.artifact;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A local file being written. Its failures, such as a full disk, are not taken for failures of the
 * connection that the bytes come from, which would be worth another try.
 */
final class LocalOutput extends FilterOutputStream {

  LocalOutput(OutputStream file) {
    super(file);
  }

  @Override
  public void write(int value) {
    try {
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException("an artifact could not be stored", e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException("an artifact could not be stored", e);
    }
  }
}
