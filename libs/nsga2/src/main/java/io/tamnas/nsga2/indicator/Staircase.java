package io.tamnas.nsga2.indicator;

import java.util.Map;
import java.util.TreeMap;

/** The area that points dominate in the plane up to a corner, growing point by point. */
final class Staircase {

  // x to y, falling; between a step far left at the corner's height and one far down at its right
  private final TreeMap<Double, Double> steps = new TreeMap<>();
  private double area;

  Staircase(double cornerX, double cornerY) {
    steps.put(Double.NEGATIVE_INFINITY, cornerY);
    steps.put(cornerX, Double.NEGATIVE_INFINITY);
  }

  double area() {
    return area;
  }

  /** Adds a finite point that lies left of and below the corner. */
  void add(double x, double y) {
    double height = steps.floorEntry(x).getValue();
    if (height <= y) {
      return;
    }
    double left = x;
    Map.Entry<Double, Double> next = steps.higherEntry(x);
    while (next.getValue() > y) {
      area += (next.getKey() - left) * (height - y);
      left = next.getKey();
      height = next.getValue();
      steps.remove(left);
      next = steps.higherEntry(x);
    }
    area += (next.getKey() - left) * (height - y);
    steps.put(x, y);
  }
}
