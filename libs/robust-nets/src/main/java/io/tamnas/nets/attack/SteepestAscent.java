package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;

/**
 * Steps of one size along the sign of the gradient, or of its momentum, projected (Madry et al.
 * 2018, arXiv 1706.06083, section 2.1; Dong et al. 2018, arXiv 1710.06081, algorithm 1).
 */
final class SteepestAscent implements Adversary {
  private final Rule rule;
  private final Starts starts;

  /**
   * How it climbs.
   *
   * @param decay of the momentum; 0 is none
   * @param loss of images with those labels
   */
  record Rule(
      double epsilon,
      double stepSize,
      int steps,
      int restarts,
      Start start,
      double decay,
      Function<int[], LogitLoss> loss) {}

  SteepestAscent(Rule rule, Starts starts) {
    this.rule = rule;
    this.starts = starts;
  }

  @Override
  public int[] survivors(Victims victims, Finals finals) {
    return Runs.survivors(
        victims, finals, rule.restarts(), (left, run, ends) -> run(left, run, ends));
  }

  private int[] run(Victims victims, int run, Finals finals) {
    try (Climbers climbers = new Climbers(victims, rule.epsilon(), finals)) {
      start(climbers, victims, run);
      Held momentum = climbers.hold(climbers.manager().zeros(climbers.images().getShape()));
      for (int step = 0; step < rule.steps() && climbers.count() > 0; step++) {
        climb(victims, climbers, momentum, step);
      }
      return climbers.count() == 0
          ? climbers.rows()
          : climbers.finish(
              Predictions.areCorrect(victims.classifier(), climbers.images(), climbers.labels()));
    }
  }

  private void start(Climbers climbers, Victims victims, int run) {
    switch (rule.start()) {
      case CLEAN -> {}
      case RANDOM -> {
        try (NDManager scratch = climbers.manager().newSubManager()) {
          NDArray noise = Noise.uniform(victims, starts.ofRun(run), scratch);
          NDArray moved = noise.muli(2).subi(1).muli((float) rule.epsilon());
          climbers.move(moved.addi(climbers.images()));
        }
      }
    }
  }

  /** The logits of a step's gradient are the verdict on the step before; a start has none. */
  private void climb(Victims victims, Climbers climbers, Held momentum, int step) {
    try (NDManager scratch = climbers.manager().newSubManager()) {
      LogitLoss loss = rule.loss().apply(climbers.labels());
      Ascent found = Ascent.at(victims.classifier(), climbers.images(), loss, scratch);
      NDArray gradient = found.gradient();
      if (step > 0) {
        int before = climbers.count();
        int[] kept = climbers.release(Predictions.areCorrect(found.logits(), climbers.labels()));
        if (kept.length == 0) {
          return;
        }
        if (kept.length < before) {
          gradient = Rows.of(gradient, Rows.numbers(scratch, kept));
        }
      }
      NDArray direction = direction(gradient, momentum);
      direction.attach(scratch);
      climbers.move(direction.muli((float) rule.stepSize()).addi(climbers.images()));
    }
  }

  /** The sign of the gradient, or of what it leaves of the momentum; in a tensor of its own. */
  private NDArray direction(NDArray gradient, Held momentum) {
    if (rule.decay() == 0) {
      return gradient.sign();
    }
    long count = gradient.getShape().get(0);
    NDArray means = gradient.abs().reshape(count, -1).mean(new int[] {1}).reshape(count, 1, 1, 1);
    momentum.get().muli((float) rule.decay()).addi(gradient.div(means.maximum(1e-12f)));
    return momentum.get().sign();
  }
}
