package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;

/**
 * What a training carries from step to step; everything else is a function of the step's number.
 *
 * @param momenta in the shapes of the weights
 * @param numbers what else is remembered
 * @param manager of both supernets; closed with this
 */
record TrainingState(NDManager manager, Supernet weights, Supernet momenta, NamedNumbers numbers)
    implements AutoCloseable {

  SupernetPlan plan() {
    return weights.plan();
  }

  @Override
  public void close() {
    manager.close();
  }
}
