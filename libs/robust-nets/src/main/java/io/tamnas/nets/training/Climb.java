package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Ball;
import java.util.function.UnaryOperator;

/**
 * Moves of images along the sign of a gradient, after each of which nothing is open but the moved
 * images.
 *
 * @param ball in which the images stay
 * @param stepSize the length of a move
 */
record Climb(Ball ball, double stepSize) {

  /**
   * One move.
   *
   * @param from any shape; closed here
   * @param gradient at images like those; they are closed after the move, with all that was made in
   *     their manager
   * @return the same shape, in the manager of the images it came from
   */
  NDArray move(NDArray from, UnaryOperator<NDArray> gradient) {
    NDManager target = from.getManager();
    try (NDArray left = from;
        NDManager scratch = target.newSubManager()) {
      NDArray point = alias(left, scratch);
      NDArray slope = alias(gradient.apply(point), scratch);
      NDArray moved = ball.ascend(point, slope, stepSize);
      moved.attach(target);
      return moved;
    }
  }

  private static NDArray alias(NDArray values, NDManager manager) {
    NDArray alias = values.stopGradient();
    alias.attach(manager);
    return alias;
  }
}
