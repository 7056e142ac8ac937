package io.tamnas.nets.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
  public static NDArray of(NDArray point, UnaryOperator<NDArray> function) {
    try (NDManager scratch = point.getManager().newSubManager()) {
      NDArray variable = variable(point, scratch);
      record(() -> variable, function);
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

  /**
   * Runs a function and differentiates a scalar of its result by all variables that entered.
   *
   * <p>Neither may multiply, divide or raise by a Java number: the engine keeps such a number for
   * the way back in memory that may be gone by then, and gradients turn to garbage without a word.
   * Tensors that stay open until this returns are safe.
   *
   * @return what the function returned
   */
  public static <T> T record(Supplier<T> function, Function<T, NDArray> scalar) {
    RECORDING.lock();
    try (GradientCollector collector = Engines.engine().newGradientCollector()) {
      T result = function.get();
      collector.backward(scalar.apply(result));
      return result;
    } finally {
      RECORDING.unlock();
    }
  }
}
