package io.tamnas.nets.dataset.download;

import java.io.IOException;

/** An archive that is not unpacked. The message says why, to follow the archive's name. */
final class UnsafeArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsafeArchiveException(String why) {
    super(why);
  }
}
