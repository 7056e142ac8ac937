package io.tamnas.nets.dataset.download;

/** A server does not give what it should; it may later. The message says what was tried. */
public final class DownloadFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DownloadFailedException(String what) {
    super(what);
  }
}
