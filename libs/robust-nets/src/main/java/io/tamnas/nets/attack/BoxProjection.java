package io.tamnas.nets.attack;

/**
 * Projections in the L∞ norm onto a hyperplane within the box [0, 1], the step of the FAB attack
 * (Croce and Hein 2020, arXiv 1907.02044): every coordinate on which the hyperplane depends moves
 * towards it by the same length, or as far as the box lets it.
 *
 * <p>The length solves {@code Σ |wᵢ| · min(length, roomᵢ) = |residual|}. The left side is concave,
 * increasing and piecewise linear in the length, so Newton's steps from below end at the solution
 * after a few passes; the paper sorts instead.
 */
final class BoxProjection {
  private final int size;
  private final float[] slopes;
  private final float[] rooms;

  /** For points of that many coordinates; not for two threads at once. */
  BoxProjection(int size) {
    this.size = size;
    this.slopes = new float[size];
    this.rooms = new float[size];
  }

  /**
   * How far the point moves in the L∞ norm. Where the box does not reach the hyperplane, that is
   * all the way to the box's nearest corner.
   *
   * @param points within [0, 1], the point from the offset on
   * @param normals of the hyperplane, from the same offset on
   * @param residual what the hyperplane's function is at the point; it vanishes on the plane
   */
  double length(float[] points, float[] normals, int offset, double residual) {
    double demand = Math.abs(residual);
    double slope = 0;
    double reach = 0;
    float roomiest = 0;
    for (int i = 0; i < size; i++) {
      float normal = normals[offset + i];
      float room = normal == 0 ? 0 : room(points[offset + i], normal, residual);
      slopes[i] = Math.abs(normal);
      rooms[i] = room;
      slope += slopes[i];
      reach += (double) slopes[i] * room;
      roomiest = Math.max(roomiest, room);
    }
    return reach > demand ? solve(demand, slope) : roomiest;
  }

  /** The length at which the demand is met, which some but not all coordinates can go. */
  private double solve(double demand, double slope) {
    double length = demand / slope;
    int stopped = -1;
    while (true) {
      int halted = 0;
      double spent = 0;
      double free = 0;
      for (int i = 0; i < size; i++) {
        if (rooms[i] <= length) {
          spent += (double) slopes[i] * rooms[i];
          halted++;
        } else {
          free += slopes[i];
        }
      }
      if (halted == stopped || free == 0) {
        return length;
      }
      stopped = halted;
      length = Math.max(length, (demand - spent) / free);
    }
  }

  /** What a coordinate of the projection adds to the point's. */
  static float step(float point, float normal, double residual, double length) {
    if (normal == 0) {
      return 0;
    }
    float distance = (float) Math.min(length, room(point, normal, residual));
    return rises(normal, residual) ? distance : -distance;
  }

  private static float room(float point, float normal, double residual) {
    return rises(normal, residual) ? 1 - point : point;
  }

  private static boolean rises(float normal, double residual) {
    return (normal > 0) == (residual < 0);
  }
}
