package io.tamnas.nets.training;

/** By which statistics normalizations stand while images are crafted. */
public enum CraftingStatistics {
  /** Those of the crafted batch, anew in every pass. */
  BATCH,
  /** Those of the clean batch, taken once and folded into the convolutions. */
  FROZEN;

  String text() {
    return switch (this) {
      case BATCH -> "BATCH";
      case FROZEN -> "FROZEN";
    };
  }
}
