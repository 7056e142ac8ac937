package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.GradientSum;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.WeightGradient;
import io.tamnas.space.Genotype;
import java.util.ArrayList;
import java.util.List;

/**
 * First the images of a group are crafted, then each of its paths learns from them, where asked for
 * at perturbed weights. What is reported, and what normalizations remember, is what the paths saw
 * at their own weights.
 */
final class CraftedTeaching implements Teaching {
  private final Supernet supernet;
  private final Adversaries adversaries;
  private final Crafter crafter;
  private final Learning learning;
  private final WeightPerturbation perturbation;
  private final WeightUpdate update;

  CraftedTeaching(
      Supernet supernet,
      Adversaries adversaries,
      Crafter crafter,
      Learning learning,
      WeightPerturbation perturbation,
      WeightUpdate update) {
    this.supernet = supernet;
    this.adversaries = adversaries;
    this.crafter = crafter;
    this.learning = learning;
    this.perturbation = perturbation;
    this.update = update;
  }

  /** A path that learns. */
  private record Pupil(Genotype genotype, NetworkPlan path, PathVariables variables) {}

  @Override
  public Result teach(Lesson lesson) {
    List<WeightGradient> gradients = new ArrayList<>();
    List<Learning.Learned> learned = new ArrayList<>();
    for (int group = 0; group < lesson.groups().size(); group++) {
      List<Pupil> pupils = pupils(lesson, group);
      NDArray crafted = crafted(lesson, group, pupils.getFirst());
      for (Pupil pupil : pupils) {
        learned.add(learning.at(lesson, pupil.path(), pupil.variables(), crafted));
        gradients.add(gradient(lesson, pupil, crafted));
      }
    }
    Learning.Learned all = Learning.Learned.sum(learned);
    int seen = lesson.count() * gradients.size();
    double norm = update.apply(lesson, all.loss() / seen, sum(lesson, gradients), seen);
    return new Result(all.loss() / seen, (double) all.correct() / seen, norm);
  }

  private NDArray crafted(Lesson lesson, int group, Pupil first) {
    Classifier pupil = learning.classifier(first.path(), first.variables().frozen());
    return crafter.at(lesson, group, adversaries(lesson, group, first), pupil);
  }

  /** Of the pass that was made, or at perturbed weights of another one. */
  private WeightGradient gradient(Lesson lesson, Pupil pupil, NDArray crafted) {
    if (perturbation.gamma() == 0) {
      return pupil.variables();
    }
    PathVariables moved = perturbation.moved(pupil.path(), pupil.variables(), lesson.scratch());
    learning.forgotten().at(lesson, pupil.path(), moved, crafted);
    return moved;
  }

  private List<Pupil> pupils(Lesson lesson, int group) {
    return lesson.groups().get(group).trained().stream()
        .map(genotype -> pupil(genotype, lesson))
        .toList();
  }

  private Pupil pupil(Genotype genotype, Lesson lesson) {
    NetworkPlan path = supernet.plan().path(genotype);
    return new Pupil(genotype, path, new PathVariables(supernet, path, lesson.scratch()));
  }

  private List<Adversary> adversaries(Lesson lesson, int group, Pupil first) {
    return lesson.groups().get(group).sources().stream()
        .map(source -> adversary(lesson, source, first))
        .toList();
  }

  private Adversary adversary(Lesson lesson, Genotype source, Pupil first) {
    Weights weights =
        source.equals(first.genotype())
            ? first.variables().frozen()
            : supernet.copy(lesson.scratch());
    return adversaries.of(supernet.plan().path(source), weights, lesson.images(), lesson.labels());
  }

  private static WeightGradient sum(Lesson lesson, List<WeightGradient> gradients) {
    if (gradients.size() == 1) {
      return gradients.getFirst();
    }
    GradientSum sum = new GradientSum(lesson.scratch());
    gradients.forEach(sum::add);
    return sum;
  }
}
