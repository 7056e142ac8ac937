package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.attack.Predictions;
import java.util.List;

/**
 * One-step crafting under guard. Training against one step may end in catastrophic overfitting: the
 * one step is withstood while several are not at all (Wong et al. 2020, arXiv 2001.03994) . As in
 * Li et al. 2020, arXiv 2006.03089, that is looked for while training, and answered by crafting
 * with several steps for a while.
 *
 * <p>Here a look crafts the step's first batch both ways. When the several steps leave less than
 * half of the images standing that the one step leaves, the one step has collapsed, and until the
 * next look images are crafted with several.
 */
final class GuardedCrafting implements Crafter {
  /** Several steps, each a quarter of ε. */
  static final int STEPS = 7;

  private static final String STRONG_UNTIL = "guard.strongUntil";

  private final Crafter oneStep;
  private final Crafter severalSteps;
  private final int interval;
  private final NamedNumbers memory;

  /**
   * Guards.
   *
   * @param interval steps between looks, at least 1
   * @param memory keeps the step until which images are crafted with several steps
   */
  GuardedCrafting(Crafter oneStep, Crafter severalSteps, int interval, NamedNumbers memory) {
    this.oneStep = oneStep;
    this.severalSteps = severalSteps;
    this.interval = interval;
    this.memory = memory;
  }

  @Override
  public NDArray at(Lesson lesson, int group, List<Adversary> adversaries) {
    if (group == 0 && lesson.step() % interval == 0) {
      return look(lesson, adversaries);
    }
    return crafter(lesson.step()).at(lesson, group, adversaries);
  }

  private NDArray look(Lesson lesson, List<Adversary> adversaries) {
    NDArray weak = oneStep.at(lesson, 0, adversaries);
    NDArray strong = severalSteps.at(lesson, 0, adversaries);
    Adversary judge = adversaries.getFirst();
    boolean collapsed =
        2 * standing(judge, strong, lesson.classes()) < standing(judge, weak, lesson.classes());
    memory.set(STRONG_UNTIL, collapsed ? lesson.step() + interval : lesson.step());
    return collapsed ? strong : weak;
  }

  private Crafter crafter(int step) {
    return step < memory.get(STRONG_UNTIL) ? severalSteps : oneStep;
  }

  private static int standing(Adversary judge, NDArray images, int[] labels) {
    try (NDArray logits = judge.classifier().logits(images)) {
      return Predictions.count(logits, labels);
    }
  }
}
