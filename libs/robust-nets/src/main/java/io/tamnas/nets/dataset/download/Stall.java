package io.tamnas.nets.dataset.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Closes a stream on which nothing comes any more, so that whoever reads it is told. */
final class Stall implements AutoCloseable {
  private final InputStream stream;
  private final long silence;
  private final Thread watch;
  private volatile long last = System.nanoTime();
  private volatile boolean over;

  Stall(InputStream stream, Duration silence) {
    this.stream = stream;
    this.silence = silence.toNanos();
    this.watch = Thread.ofVirtual().name("download watch").start(this::watch);
  }

  /** Something came. */
  void moved() {
    last = System.nanoTime();
  }

  private void watch() {
    while (!over) {
      long left = silence - (System.nanoTime() - last);
      if (left <= 0) {
        closeStream();
        return;
      }
      LockSupport.parkNanos(left);
    }
  }

  private void closeStream() {
    try {
      stream.close();
    } catch (IOException closedAnyway) {
      // the reader is told the same
    }
  }

  @Override
  public void close() {
    over = true;
    LockSupport.unpark(watch);
  }
}
