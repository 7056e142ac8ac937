package io.tamnas.nets.cache;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * A file of the cache being written. Its failures, such as a full disk, are not taken for those of
 * the connection or the archive that its bytes come from.
 */
public final class CacheFile extends FilterOutputStream {
  private final Path path;

  private CacheFile(Path path, OutputStream stream) {
    super(stream);
    this.path = path;
  }

  /**
   * Opens the file.
   *
   * @throws FileAlreadyExistsException where it shall be new and is not
   * @throws CacheFailedException where it cannot be written, as all further methods do
   */
  public static CacheFile open(Path path, OpenOption... options) throws FileAlreadyExistsException {
    try {
      return new CacheFile(path, Files.newOutputStream(path, options));
    } catch (FileAlreadyExistsException twice) {
      throw twice;
    } catch (IOException failed) {
      throw new CacheFailedException(path, failed);
    }
  }

  @Override
  public void write(int value) {
    try {
      out.write(value);
    } catch (IOException failed) {
      throw new CacheFailedException(path, failed);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failed) {
      throw new CacheFailedException(path, failed);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException failed) {
      throw new CacheFailedException(path, failed);
    }
  }
}
