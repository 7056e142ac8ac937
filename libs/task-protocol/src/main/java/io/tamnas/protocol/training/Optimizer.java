package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a gradient does to the weights. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Optimizer.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = Optimizer.AdamW.class, name = "adamw")
})
public sealed interface Optimizer {

  /** The peak of the schedule. */
  double learningRate();

  double weightDecay();

  /** The gradient's global L2 norm is cut to this. */
  double clipNorm();

  /** Stochastic gradient descent with Nesterov momentum. */
  record Sgd(double learningRate, double momentum, double weightDecay, double clipNorm)
      implements Optimizer {}

  /** Adam with decoupled weight decay (Loshchilov, Hutter 2019, arXiv 1711.05101, algorithm 2). */
  record AdamW(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      double clipNorm)
      implements Optimizer {}
}
