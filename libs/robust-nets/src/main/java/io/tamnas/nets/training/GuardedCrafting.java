package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.attack.Predictions;
import io.tamnas.nets.network.Classifier;
import java.util.List;

/**
 * One-step crafting under guard. Training against one step may end in catastrophic overfitting: the
 * one step is withstood while several are not at all (Wong et al. 2020, arXiv 2001.03994). As in Li
 * et al. 2020, arXiv 2006.03089, that is looked for while training, and answered by crafting with
 * several steps for a while.
 *
 * <p>Here a look crafts the step's first batch both ways. When before the first path that learns
 * from it the several steps leave less than half of the images standing that the one step leaves,
 * the one step has collapsed, and until the next look images are crafted with several.
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
  public NDArray at(Lesson lesson, int group, List<Adversary> adversaries, Classifier pupil) {
    if (group == 0 && lesson.step() % interval == 0) {
      return look(lesson, adversaries, pupil);
    }
    return crafter(lesson.step()).at(lesson, group, adversaries, pupil);
  }

  private NDArray look(Lesson lesson, List<Adversary> adversaries, Classifier pupil) {
    NDArray weak = oneStep.at(lesson, 0, adversaries, pupil);
    NDArray strong = severalSteps.at(lesson, 0, adversaries, pupil);
    boolean collapsed =
        2 * Predictions.count(pupil, strong, lesson.classes())
            < Predictions.count(pupil, weak, lesson.classes());
    memory.set(STRONG_UNTIL, collapsed ? lesson.step() + interval : lesson.step());
    return collapsed ? strong : weak;
  }

  private Crafter crafter(int step) {
    return step < memory.get(STRONG_UNTIL) ? severalSteps : oneStep;
  }
}
