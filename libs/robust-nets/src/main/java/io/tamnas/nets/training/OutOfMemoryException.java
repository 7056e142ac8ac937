package io.tamnas.nets.training;

import java.util.OptionalInt;

/** A training's steps need more memory than there is. */
public final class OutOfMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfMemoryException(int batchSize, OptionalInt fitting, Throwable cause) {
    super(message(batchSize, fitting), cause);
  }

  private static String message(int batchSize, OptionalInt fitting) {
    String what = "memory did not suffice for batches of " + batchSize + " images; ";
    return fitting.isPresent()
        ? what + "a step with " + fitting.getAsInt() + " went through when tried"
        : what + "not even one with 2 went through when tried: a larger machine is wanted";
  }
}
