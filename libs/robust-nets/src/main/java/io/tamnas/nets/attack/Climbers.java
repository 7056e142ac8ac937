package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/** The images that no step of a run has broken yet, and what the run knows of each. */
final class Climbers implements AutoCloseable {
  private final NDManager manager;
  private final Finals finals;
  private final List<Held> tensors = new ArrayList<>();
  private final Held lower;
  private final Held upper;
  private final Held images;
  private int[] rows;
  private int[] labels;

  /** At their clean images. */
  Climbers(Victims victims, double epsilon, Finals finals) {
    this.manager = victims.images().getManager().newSubManager();
    this.finals = finals;
    this.rows = Rows.all(victims.count());
    this.labels = victims.labels();
    Ball ball = Ball.around(victims.images(), epsilon);
    this.lower = hold(ball.lower());
    this.upper = hold(ball.upper());
    this.images = hold(victims.images().duplicate());
  }

  /** A tensor with a row for each of them; follows when some leave. */
  Held hold(NDArray tensor) {
    Held held = new Held(manager, tensor);
    tensors.add(held);
    return held;
  }

  NDManager manager() {
    return manager;
  }

  /** n × C × H × W. */
  NDArray images() {
    return images.get();
  }

  /** Moves them to the nearest images of their balls. */
  void move(NDArray next) {
    images.set(project(next));
  }

  /** The nearest images of the balls. */
  NDArray project(NDArray moved) {
    return moved.maximum(lower.get()).minimum(upper.get());
  }

  int[] labels() {
    return labels;
  }

  int[] rows() {
    return rows;
  }

  int count() {
    return rows.length;
  }

  /**
   * Lets those go that are misclassified where they are.
   *
   * @param unbroken one mark for each
   * @return the positions of those that stay
   */
  int[] release(boolean[] unbroken) {
    int[] kept = Rows.where(unbroken);
    if (kept.length < count()) {
      int[] broken = Rows.whereNot(unbroken);
      finals.accept(Rows.pick(rows, broken), images.get(), broken);
      keep(kept);
    }
    return kept;
  }

  private void keep(int[] kept) {
    rows = Rows.pick(rows, kept);
    labels = Rows.pick(labels, kept);
    if (kept.length > 0) {
      try (NDArray numbers = Rows.numbers(manager, kept)) {
        tensors.forEach(held -> held.keep(numbers));
      }
    }
  }

  /** Judges where they ended. */
  int[] finish(boolean[] unbroken) {
    release(unbroken);
    finals.accept(rows, images.get(), Rows.all(count()));
    return rows;
  }

  @Override
  public void close() {
    manager.close();
  }
}
