package io.tamnas.nets.export;

/** An exported file does not give what its network gives. */
public final class ExportMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int image;
  private final double difference;

  ExportMismatchException(int image, double difference, String reason) {
    super("image " + image + ": " + reason);
    this.image = image;
    this.difference = difference;
  }

  /** Number in its split of the first image on which they differ. */
  public int image() {
    return image;
  }

  /** The largest between their logits of that image; not a number where one of them is none. */
  public double difference() {
    return difference;
  }
}
