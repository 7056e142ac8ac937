package io.tamnas.nets.training;

/** Whether training images are mirrored left to right. */
public enum Mirror {
  NEVER,
  /** Each with probability one half. */
  RANDOM;

  String text() {
    return switch (this) {
      case NEVER -> "NEVER";
      case RANDOM -> "RANDOM";
    };
  }
}
