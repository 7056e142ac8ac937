package io.tamnas.nets.training;

/** Ends a training early because its observer wants it so. */
public final class TrainingStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TrainingStopped(String reason) {
    super(reason);
  }
}
