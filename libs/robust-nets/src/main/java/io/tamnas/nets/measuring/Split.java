package io.tamnas.nets.measuring;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.Images;

/** Which images of a data set are measured. */
public enum Split {
  /** Set aside from the training images: what searches and checkpoints are chosen by. */
  VALIDATION,
  /** What networks are validated on, once, and nothing else. */
  TEST;

  Images of(Dataset dataset) {
    return switch (this) {
      case VALIDATION -> dataset.validation();
      case TEST -> dataset.test();
    };
  }

  String text() {
    return switch (this) {
      case VALIDATION -> "validation";
      case TEST -> "test";
    };
  }
}
