package io.tamnas.nets.finalist;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.Supernet;

/**
 * A network of its own: affine normalizations, and the running statistics under which it is
 * measured. Its values are closed with the manager that they were read into.
 */
public final class Finalist {
  private final NetworkPlan plan;
  private final Supernet values;

  /**
   * Of a supernet of one path.
   *
   * @param values of {@link io.tamnas.nets.supernet.SupernetPlan#ofNetwork}; stay open and
   *     unchanged as long as this is used
   */
  public Finalist(Supernet values) {
    this.plan = values.plan().widest();
    this.values = values;
  }

  /** Its layers; every normalization has a scale and a shift. */
  public NetworkPlan plan() {
    return plan;
  }

  /**
   * Its parameters as they were trained, and the mean and deviation of the pixels; not to be closed
   * or changed.
   */
  public Weights weights() {
    return values::full;
  }

  /** What its normalizations remember; not to be closed or changed. */
  public RunningStatistics statistics() {
    return RunningStatistics.among(weights());
  }

  /**
   * The network with its normalizations folded into its convolutions. What no normalization
   * follows, and the statistics of the pixels, are its parameters.
   *
   * @param manager closes the folded kernels
   */
  public Folded folded(NDManager manager) {
    return new Folded(plan, weights(), statistics(), manager);
  }

  /**
   * The folded network, from images in [0, 1].
   *
   * @param manager closes the folded kernels
   */
  public Classifier classifier(NDManager manager) {
    Folded folded = folded(manager);
    return images -> plan.forward(folded, images);
  }
}
