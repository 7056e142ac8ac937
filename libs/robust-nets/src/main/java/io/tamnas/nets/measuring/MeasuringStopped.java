package io.tamnas.nets.measuring;

/** Ends a measurement early because its observer wants it so. */
public final class MeasuringStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MeasuringStopped(String reason) {
    super(reason);
  }
}
