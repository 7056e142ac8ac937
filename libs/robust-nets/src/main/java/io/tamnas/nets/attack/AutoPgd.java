package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import java.util.function.Function;

/**
 * One run of Auto-PGD (Croce, Hein 2020, arXiv 2003.01690, algorithm 1, with α = 0.75 and step
 * sizes from 2ε) from a random start on the surface of the ball.
 */
final class AutoPgd {
  private static final float MOMENTUM = 0.75f;

  private final double epsilon;
  private final int steps;
  private final Checkpoints checkpoints;

  AutoPgd(double epsilon, int steps) {
    this.epsilon = epsilon;
    this.steps = steps;
    this.checkpoints = new Checkpoints(steps);
  }

  /**
   * The loss of the images that are left, of which the run began with more.
   *
   * @param loss takes the rows that are left
   */
  int[] survivors(
      Victims victims, NoiseStream stream, Function<int[], LogitLoss> loss, Finals finals) {
    try (Climbers climbers = new Climbers(victims, epsilon, finals)) {
      return new Course(victims.classifier(), climbers, loss).run(victims, stream);
    }
  }

  /** The tensors and counters of a run. */
  private final class Course {
    private final Classifier classifier;
    private final Climbers climbers;
    private final Function<int[], LogitLoss> loss;
    private final Held before;
    private final Held gradient;
    private final Held best;
    private final Held bestGradient;

    Course(Classifier classifier, Climbers climbers, Function<int[], LogitLoss> loss) {
      this.classifier = classifier;
      this.climbers = climbers;
      this.loss = loss;
      this.before = climbers.hold(climbers.images().duplicate());
      this.gradient = climbers.hold(climbers.images().duplicate());
      this.best = climbers.hold(climbers.images().duplicate());
      this.bestGradient = climbers.hold(climbers.images().duplicate());
    }

    int[] run(Victims victims, NoiseStream stream) {
      try (NDManager scratch = climbers.manager().newSubManager()) {
        NDArray noise = Noise.stretched(victims, stream, scratch);
        climbers.move(noise.muli((float) epsilon).addi(climbers.images()));
      }
      Ascent first = ascent();
      StepSizes sizes = new StepSizes(epsilon, first.losses());
      before.set(climbers.images().duplicate());
      best.set(climbers.images().duplicate());
      bestGradient.set(first.gradient().duplicate());
      gradient.set(first.gradient());
      leave(first.logits(), sizes);
      int looked = 0;
      for (int done = 1; done <= steps && climbers.count() > 0; done++) {
        advance(sizes, done > 1 ? MOMENTUM : 1);
        if (climbers.count() > 0 && checkpoints.isAfter(done)) {
          restart(sizes.look(done - looked));
          looked = done;
        }
      }
      return climbers.finish(Rows.marks(Rows.all(climbers.count()), climbers.count()));
    }

    private Ascent ascent() {
      return Ascent.at(
          classifier, climbers.images(), loss.apply(climbers.rows()), climbers.manager());
    }

    private void advance(StepSizes sizes, float share) {
      step(sizes.sizes(), share);
      Ascent found = ascent();
      gradient.set(found.gradient());
      boolean[] better = sizes.note(found.losses());
      improve(best, climbers.images(), better);
      improve(bestGradient, gradient.get(), better);
      leave(found.logits(), sizes);
    }

    /** {@code z = P(x + η sign g); x ← P(x + α(z − x) + (1 − α)(x − x_before))}. */
    private void step(float[] sizes, float share) {
      try (NDManager scratch = climbers.manager().newSubManager()) {
        NDArray current = climbers.images().duplicate();
        NDArray signs = gradient.get().sign();
        signs.attach(scratch);
        NDArray moved = climbers.project(signs.muli(column(sizes, scratch)).addi(current));
        moved.attach(scratch);
        if (share < 1) {
          NDArray inertia = current.sub(before.get());
          inertia.attach(scratch);
          moved.subi(current).muli(share).addi(inertia.muli(1 - share)).addi(current);
        }
        climbers.move(moved);
        before.set(current);
      }
    }

    private void leave(float[] logits, StepSizes sizes) {
      int count = climbers.count();
      int[] kept = climbers.release(Predictions.areCorrect(logits, climbers.labels()));
      if (kept.length < count) {
        sizes.keep(kept);
      }
    }

    /** Those whose step size was halved go on from their best image. */
    private void restart(boolean[] halved) {
      if (Rows.where(halved).length > 0) {
        try (NDManager scratch = climbers.manager().newSubManager()) {
          NDArray marks = marks(halved, scratch);
          NDArray images = choose(marks, best.get(), climbers.images());
          images.attach(scratch);
          climbers.move(images);
          gradient.set(choose(marks, bestGradient.get(), gradient.get()));
        }
      }
    }

    private void improve(Held kept, NDArray found, boolean[] better) {
      int count = Rows.where(better).length;
      if (count == better.length) {
        kept.set(found.duplicate());
      } else if (count > 0) {
        try (NDManager scratch = climbers.manager().newSubManager()) {
          kept.set(choose(marks(better, scratch), found, kept.get()));
        }
      }
    }
  }

  private static NDArray choose(NDArray marks, NDArray marked, NDArray others) {
    return NDArrays.where(marks.broadcast(others.getShape()), marked, others);
  }

  /** n × 1 × 1 × 1, boolean. */
  private static NDArray marks(boolean[] marks, NDManager manager) {
    return manager.create(marks).reshape(marks.length, 1, 1, 1);
  }

  /** n × 1 × 1 × 1. */
  private static NDArray column(float[] values, NDManager manager) {
    return manager.create(values).reshape(values.length, 1, 1, 1);
  }
}
