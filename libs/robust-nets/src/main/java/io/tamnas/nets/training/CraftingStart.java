package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.attack.Ball;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.random.NormalStream;
import io.tamnas.nets.random.SplitMix;

/** Where crafting begins: a function of the seed, the step and the group. */
final class CraftingStart {
  /** The deviation of normal noise in TRADES (Zhang et al. 2019, arXiv 1901.08573, algorithm 1). */
  private static final float DEVIATION = 0.001f;

  private final Noise noise;
  private final long seed;

  private enum Noise {
    UNIFORM,
    NORMAL
  }

  private CraftingStart(Noise noise, long seed) {
    this.noise = noise;
    this.seed = seed;
  }

  /**
   * Uniform in the ball; but where a divergence is climbed, under the attack that the papers have,
   * from faint normal noise as they do: that of TRADES has no gradient at the clean image.
   */
  static CraftingStart of(Goal goal, InnerAttack attack, long seed) {
    boolean ofPaper = goal.climbsDivergence() && attack instanceof InnerAttack.Pgd;
    return new CraftingStart(ofPaper ? Noise.NORMAL : Noise.UNIFORM, seed);
  }

  /**
   * The first images.
   *
   * @param images N × C × H × W in [0, 1]; stay open
   * @return the same shape, in the ball, in the images' manager
   */
  NDArray at(int step, int group, Ball ball, NDArray images, double epsilon) {
    float[] values = values(key(step, group), images);
    NDArray drawn = images.getManager().create(values, images.getShape());
    return switch (noise) {
      case UNIFORM -> ball.start(images, drawn, epsilon);
      case NORMAL -> ball.project(images.add(drawn.mul(DEVIATION)));
    };
  }

  private long key(int step, int group) {
    return group == 0
        ? SplitMix.key(seed, "noise", step)
        : SplitMix.key(seed, "noise", step, group);
  }

  private float[] values(long key, NDArray images) {
    int count = (int) images.getShape().get(0);
    int size = (int) (images.size() / count);
    float[] values = new float[count * size];
    for (int image = 0; image < count; image++) {
      switch (noise) {
        case UNIFORM -> new NoiseStream(key, size).fill(image, values, image * size);
        case NORMAL -> new NormalStream(key, size).fill(image, values, image * size);
      }
    }
    return values;
  }
}
