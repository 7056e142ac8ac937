package io.tamnas.nets.training;

/** By which statistics normalizations stand while images are crafted. */
public enum CraftingStatistics {
  /** Those of the crafted batch, anew in every pass. */
  BATCH,
  /** Those of the clean batch, taken once and folded into the convolutions. */
  FROZEN,
  /**
   * The running ones, folded into the convolutions, as the network is measured: evaluation mode. Of
   * networks of their own alone, since the paths of a supernet share no statistics.
   */
  RUNNING;

  String text() {
    return switch (this) {
      case BATCH -> "BATCH";
      case FROZEN -> "FROZEN";
      case RUNNING -> "RUNNING";
    };
  }
}
