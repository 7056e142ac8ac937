package io.tamnas.chaos.network;

import java.util.concurrent.CountDownLatch;

/** Holds an upload in its middle, so that something can happen just then. */
public final class UploadGate {

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** Whether an upload stands at the gate, or stood there. */
  public boolean isReached() {
    return reached.getCount() == 0;
  }

  /** Lets uploads pass from now on. */
  public void open() {
    opened.countDown();
  }

  /** Stands at the gate until it is open. */
  void pass() throws InterruptedException {
    reached.countDown();
    opened.await();
  }
}
