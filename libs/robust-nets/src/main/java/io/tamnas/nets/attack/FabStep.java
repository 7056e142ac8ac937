package io.tamnas.nets.attack;

/**
 * A step of targeted FAB in the L∞ norm (Croce and Hein 2020, arXiv 1907.02044, algorithm 1): onto
 * the linearized decision boundary, drawn a little towards the clean image. Images take turns, so
 * one serves many.
 */
final class FabStep {
  private static final double GREATEST_PULL = 0.1;
  private static final float OVERSHOOT = 1.05f;
  private static final float RETREAT = 0.9f;
  private static final double LEAST_LENGTH = 1e-8;

  private final int size;
  private final BoxProjection projection;
  private final float[] ahead;
  private final float[] home;

  /** For images of that many values. */
  FabStep(int size) {
    this.size = size;
    this.projection = new BoxProjection(size);
    this.ahead = new float[size];
    this.home = new float[size];
  }

  /**
   * Moves an image's point in place; it stays in [0, 1].
   *
   * @param points where images are, this one's from the offset on
   * @param clean the images themselves, at the same offsets
   * @param gradients of the margins by the pixels, at the same offsets
   * @param margin the target's logit minus the true one at the point
   */
  void advance(float[] points, float[] clean, float[] gradients, int offset, double margin) {
    double length = projection.length(points, offset, gradients, offset, margin);
    projection.writeSteps(length, ahead);
    double cleanMargin = margin + difference(points, clean, gradients, offset);
    double cleanLength = projection.length(clean, offset, gradients, offset, cleanMargin);
    projection.writeSteps(cleanLength, home);
    float pull = pull(length, cleanLength);
    for (int i = 0; i < size; i++) {
      float moved =
          (1 - pull) * (points[offset + i] + OVERSHOOT * ahead[i])
              + pull * (clean[offset + i] + OVERSHOOT * home[i]);
      points[offset + i] = Math.max(0, Math.min(1, moved));
    }
  }

  /** How much the projection of the clean image counts: the more, the nearer it is. */
  private static float pull(double length, double cleanLength) {
    double own = Math.max(length, LEAST_LENGTH);
    double other = Math.max(cleanLength, LEAST_LENGTH);
    return (float) Math.min(own / (own + other), GREATEST_PULL);
  }

  /** By how much the linearized margin at the clean image exceeds that at the point. */
  private double difference(float[] points, float[] clean, float[] gradients, int offset) {
    double sum = 0;
    for (int i = offset; i < offset + size; i++) {
      sum += (double) gradients[i] * (clean[i] - points[i]);
    }
    return sum;
  }

  /** A point's distance from its clean image in the L∞ norm. */
  float distance(float[] points, float[] clean, int offset) {
    float greatest = 0;
    for (int i = offset; i < offset + size; i++) {
      greatest = Math.max(greatest, Math.abs(points[i] - clean[i]));
    }
    return greatest;
  }

  /** Draws an adversarial point towards its clean image, in place. */
  void retreat(float[] points, float[] clean, int offset) {
    for (int i = offset; i < offset + size; i++) {
      points[i] = clean[i] + RETREAT * (points[i] - clean[i]);
    }
  }
}
