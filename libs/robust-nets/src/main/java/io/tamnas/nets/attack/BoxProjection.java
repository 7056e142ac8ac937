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
  private final float[] directions;
  private final float[] slopes;
  private final float[] rooms;

  /** For points of that many coordinates; not for two threads at once. */
  BoxProjection(int size) {
    this.size = size;
    this.directions = new float[size];
    this.slopes = new float[size];
    this.rooms = new float[size];
  }

  /**
   * Takes a point and a hyperplane, and says how far the projection is in the L∞ norm. Where the
   * box does not reach the hyperplane, it is the corner nearest to it.
   *
   * @param points within [0, 1], the point from its offset on
   * @param normals of hyperplanes, the hyperplane's from its offset on
   * @param residual what the hyperplane's function is at the point; it vanishes on the plane
   */
  double length(
      float[] points, int pointOffset, float[] normals, int normalOffset, double residual) {
    float towards = residual < 0 ? 1 : -1;
    for (int i = 0; i < size; i++) {
      float direction = towards * Math.signum(normals[normalOffset + i]);
      directions[i] = direction;
      slopes[i] = Math.abs(normals[normalOffset + i]);
      rooms[i] = Math.max(direction, 0) - direction * points[pointOffset + i];
    }
    return length(Math.abs(residual));
  }

  private double length(double demand) {
    double slope = 0;
    double reach = 0;
    float roomiest = 0;
    for (int i = 0; i < size; i++) {
      slope += slopes[i];
      reach += (double) slopes[i] * rooms[i];
      roomiest = Math.max(roomiest, rooms[i]);
    }
    return reach > demand ? solve(demand, demand / slope) : roomiest;
  }

  /** The length at which the demand is met, which some but not all coordinates can go. */
  private double solve(double demand, double least) {
    double length = least;
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

  /**
   * What the projection adds to the coordinates of the point that was taken last.
   *
   * @param length as answered then
   * @param steps written from the start
   */
  void writeSteps(double length, float[] steps) {
    float greatest = (float) length;
    for (int i = 0; i < size; i++) {
      steps[i] = directions[i] * Math.min(rooms[i], greatest);
    }
  }
}
