package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Which of the attacked images still stand, and what broke the others. */
final class Breaches {
  private final Pixels images;
  private final boolean[] standing;

  /** All of them stand. */
  Breaches(Pixels images) {
    this.images = images.copy();
    this.standing = Rows.marks(Rows.all(images.count()), images.count());
  }

  /** Notes what broke an image. */
  void add(int row, Pixels batch, int slot) {
    standing[row] = false;
    System.arraycopy(
        batch.values(), batch.offset(slot), images.values(), images.offset(row), images.size());
  }

  /** The rows that stand. */
  int[] standing() {
    return Rows.where(standing);
  }

  /** N × C × H × W: what broke an image, or the image itself. */
  NDArray tensor(NDManager manager) {
    return images.tensor(manager);
  }

  /**
   * Tells where the images end.
   *
   * @return the rows that stand
   */
  int[] tell(Finals finals, NDManager manager) {
    int[] all = Rows.all(standing.length);
    finals.accept(all, tensor(manager), all);
    return standing();
  }
}
