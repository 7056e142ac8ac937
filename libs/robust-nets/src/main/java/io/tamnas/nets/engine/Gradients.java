package io.tamnas.nets.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reverse-mode differentiation. The engine records for one thread of the process at a time. */
public final class Gradients {
  private static final ReentrantLock RECORDING = new ReentrantLock();

  private Gradients() {}

  /**
   * The gradient of a function at a point.
   *
   * @param point any shape, float32; stays open and is not marked
   * @param function from a tensor like the point, in a manager of its own that is closed here, to a
   *     scalar
   * @return the point's shape, in the manager of the point
   */
  public static NDArray of(NDArray point, Function<NDArray, NDArray> function) {
    try (NDManager scratch = point.getManager().newSubManager()) {
      NDArray variable = variable(point, scratch);
      backward(() -> function.apply(variable));
      NDArray gradient = variable.getGradient();
      gradient.attach(point.getManager());
      return gradient;
    }
  }

  /**
   * An alias of the values that asks for a gradient; each has a gradient of its own, which begins
   * at zero.
   *
   * @param manager closes it
   */
  public static NDArray variable(NDArray values, NDManager manager) {
    NDArray variable = values.stopGradient();
    variable.attach(manager);
    variable.setRequiresGradient(true);
    return variable;
  }

  /** Runs the function and differentiates its scalar result by all variables that entered. */
  public static void backward(Supplier<NDArray> function) {
    RECORDING.lock();
    try (GradientCollector collector = Engines.engine().newGradientCollector()) {
      collector.backward(function.get());
    } finally {
      RECORDING.unlock();
    }
  }
}
