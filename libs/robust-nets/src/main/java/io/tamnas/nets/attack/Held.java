package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A tensor that is replaced from time to time; the one before is closed. */
final class Held implements AutoCloseable {
  private final NDManager manager;
  private NDArray array;

  /** Holds a tensor, which it closes. */
  Held(NDManager manager, NDArray array) {
    this.manager = manager;
    array.attach(manager);
    this.array = array;
  }

  NDArray get() {
    return array;
  }

  /** Replaces it by another tensor. */
  void set(NDArray next) {
    array.close();
    next.attach(manager);
    array = next;
  }

  /** Keeps those rows alone. */
  void keep(NDArray rows) {
    set(Rows.of(array, rows));
  }

  @Override
  public void close() {
    array.close();
  }
}
