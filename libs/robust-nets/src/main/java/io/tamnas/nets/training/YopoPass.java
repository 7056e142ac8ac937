package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.GradientSum;
import io.tamnas.nets.supernet.PathVariables;

/**
 * A full pass of YOPO through a path (Zhang et al. 2019, arXiv 1905.00877, algorithm 1). The path
 * is cut behind its first layer, the normalization of the pixels and the stem's convolution: the
 * pass through the rest gives the co-state p, the loss's gradient by the first layer's output; then
 * p is held, and the first layer alone gives the gradients by images and stem.
 */
final class YopoPass {
  private final Learning learning;
  private final Lesson lesson;
  private final NetworkPlan path;
  private final PathVariables variables;

  /** With the variables' weights as they are. */
  YopoPass(Learning learning, Lesson lesson, NetworkPlan path, PathVariables variables) {
    this.learning = learning;
    this.lesson = lesson;
    this.path = path;
    this.variables = variables;
  }

  /**
   * What the pass gave.
   *
   * @param gradient by the crafted images. The first layer is linear, so with p held it is the same
   *     at each of the inner steps
   */
  record Result(Learning.Learned learned, NDArray gradient) {}

  /**
   * Adds the gradients of the summed loss by the weights.
   *
   * @param crafted N × C × H × W in [0, 1]; stay open and unmarked
   * @param manager of the gradient by the images
   */
  Result at(NDArray crafted, GradientSum weights, NDManager manager) {
    lesson.goOn().run();
    NDArray first = path.convolve(learning.learner(path, variables.frozen()), crafted);
    first.attach(manager);
    NDArray output = Gradients.variable(first, manager);
    Learning.Learned learned = rest(output);
    weights.add(variables);
    return new Result(learned, throughFirstLayer(crafted, output.getGradient(), weights, manager));
  }

  private Learning.Learned rest(NDArray output) {
    Objective objective = learning.objective(lesson);
    Unfolded learner = learning.learner(path, variables.differentiable());
    Classifier clean = learning.classifier(path, variables.differentiable());
    return Gradients.record(
            () -> {
              NDArray logits = path.forwardConvolved(learner, output);
              NDArray loss = objective.sum(logits, () -> clean.logits(lesson.images()));
              return new Learning.Pass(logits, loss);
            },
            Learning.Pass::loss)
        .learned(lesson.classes());
  }

  private NDArray throughFirstLayer(
      NDArray crafted, NDArray costate, GradientSum weights, NDManager manager) {
    Parameter stem = path.stem().weight();
    NDArray kernel = Gradients.variable(variables.frozen().get(stem), manager);
    NDArray images = Gradients.variable(crafted, manager);
    Unfolded execution = learning.learner(path, with(stem, kernel));
    Gradients.record(() -> path.convolve(execution, images).mul(costate), NDArray::sum);
    weights.add(stem, kernel.getGradient());
    return images.getGradient();
  }

  private Weights with(Parameter stem, NDArray kernel) {
    return parameter -> parameter.equals(stem) ? kernel : variables.frozen().get(parameter);
  }
}
