package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Ball;
import io.tamnas.nets.attack.LossGradient;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.random.SplitMix;

/** The inner maximization of adversarial training, with a budget that warms up. */
final class Crafting {
  private final InnerAttack attack;
  private final Warmup warmup;
  private final int steps;
  private final long seed;

  Crafting(InnerAttack attack, Warmup warmup, long seed) {
    this.attack = attack;
    this.steps = steps(attack);
    this.warmup = warmup;
    this.seed = seed;
  }

  private static int steps(InnerAttack attack) {
    return switch (attack) {
      case InnerAttack.FgsmRandomStart fgsm when fgsm.guardInterval() == 0 -> 1;
      case InnerAttack.Pgd pgd -> pgd.steps();
      case InnerAttack.FgsmRandomStart _, InnerAttack.Free _, InnerAttack.Yopo _ ->
          throw new UnsupportedOperationException(attack.text());
    };
  }

  /** The radius of a step. */
  double epsilon(int step) {
    return attack.epsilon() * warmup.share(step);
  }

  /**
   * Perturbed images.
   *
   * @param images N × C × H × W in [0, 1]; stay open
   * @param labels N, int64
   * @return the same shape, within ε of the images and in [0, 1], in their manager
   */
  NDArray at(int step, Classifier classifier, NDArray images, NDArray labels) {
    double epsilon = epsilon(step);
    if (epsilon == 0) {
      return images;
    }
    double stepSize = attack.stepSize() * warmup.share(step);
    Ball ball = Ball.around(images, epsilon);
    NDArray crafted = ball.start(images, noise(step, images), epsilon);
    for (int i = 0; i < steps; i++) {
      crafted = climb(classifier, ball, crafted, labels, stepSize);
    }
    return crafted;
  }

  private static NDArray climb(
      Classifier classifier, Ball ball, NDArray from, NDArray labels, double stepSize) {
    try (NDArray left = from;
        LossGradient found = LossGradient.at(classifier, left, labels)) {
      return ball.ascend(left, found.gradient(), stepSize);
    }
  }

  private NDArray noise(int step, NDArray images) {
    NDManager manager = images.getManager();
    int count = (int) images.getShape().get(0);
    int size = (int) (images.size() / count);
    NoiseStream stream = new NoiseStream(SplitMix.key(seed, "noise", step), size);
    float[] noise = new float[count * size];
    for (int image = 0; image < count; image++) {
      stream.fill(image, noise, image * size);
    }
    return manager.create(noise, images.getShape());
  }
}
