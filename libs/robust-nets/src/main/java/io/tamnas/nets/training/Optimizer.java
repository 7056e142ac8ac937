package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.require;
import static io.tamnas.nets.training.Guards.requireBelowOne;
import static io.tamnas.nets.training.Guards.requirePositive;

/** What a gradient does to the weights. */
public sealed interface Optimizer {

  /** The peak of the schedule. */
  double learningRate();

  /** Applies to kernels and matrices. */
  double weightDecay();

  /** The gradient's global L2 norm is cut to this. */
  double clipNorm();

  /** One line with every value. */
  default String text() {
    return switch (this) {
      case Sgd sgd -> end(begin("Sgd").with("momentum", sgd.momentum()));
      case AdamW adam ->
          end(
              begin("AdamW")
                  .with("beta1", adam.beta1())
                  .with("beta2", adam.beta2())
                  .with("epsilon", adam.epsilon()));
    };
  }

  private ValueText begin(String name) {
    return ValueText.of(name).with("learningRate", learningRate());
  }

  private String end(ValueText text) {
    return text.with("weightDecay", weightDecay()).with("clipNorm", clipNorm()).end();
  }

  /** Stochastic gradient descent with Nesterov momentum. */
  record Sgd(double learningRate, double momentum, double weightDecay, double clipNorm)
      implements Optimizer {
    public Sgd {
      requireCommon(learningRate, weightDecay, clipNorm);
      requireBelowOne("momentum", momentum);
    }
  }

  /** Adam with decoupled weight decay (Loshchilov, Hutter 2019, arXiv 1711.05101, algorithm 2). */
  record AdamW(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      double clipNorm)
      implements Optimizer {
    public AdamW {
      requireCommon(learningRate, weightDecay, clipNorm);
      requireBelowOne("beta1", beta1);
      requireBelowOne("beta2", beta2);
      requirePositive("epsilon of AdamW", epsilon);
    }
  }

  private static void requireCommon(double learningRate, double weightDecay, double clipNorm) {
    requirePositive("the learning rate", learningRate);
    requireBelowOne("weight decay", weightDecay);
    require(clipNorm > 0, "the clip norm is above 0, not " + clipNorm);
  }
}
