package io.tamnas.nets.attack;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;

/**
 * FAB towards one class after the other, the likeliest wrong one first (Croce and Hein 2020, arXiv
 * 1907.02044, algorithm 1; targets as in arXiv 2003.01690). FAB looks for the nearest adversarial
 * image; here an image is broken, and leaves, with the first one within the budget.
 */
final class TargetedFab {
  private final Classifier classifier;
  private final Attack.FabT attack;
  private final NDManager manager;

  TargetedFab(Classifier classifier, Attack.FabT attack, NDManager manager) {
    this.classifier = classifier;
    this.attack = attack;
    this.manager = manager;
  }

  /**
   * Attacks images that are classified correctly.
   *
   * @param numbers of the images in their data set
   * @param starts noise for the runs after a target's first, which begins at the clean image
   */
  Breaches attack(Pixels images, int[] labels, int[] numbers, Starts starts) {
    Breaches breaches = new Breaches(images);
    WrongClasses wrong = WrongClasses.of(images.logits(classifier, manager), labels);
    for (int rank = 0; rank < Math.min(attack.targets(), wrong.count()); rank++) {
      for (int run = 0; run < attack.restarts() && breaches.standing().length > 0; run++) {
        int[] rows = breaches.standing();
        Pixels clean = images.rows(rows);
        int stream = rank * attack.restarts() + run;
        Pixels points =
            run == 0
                ? clean.copy()
                : FabStarts.around(
                    clean, Rows.pick(numbers, rows), starts.ofRun(stream), attack.epsilon());
        chase(
            new FabChase(
                rows, Rows.pick(labels, rows), Rows.pick(wrong.of(rank), rows), clean, points),
            wrong.count() + 1,
            breaches);
      }
    }
    return breaches;
  }

  private void chase(FabChase start, int classes, Breaches breaches) {
    FabStep step = new FabStep(start.clean().size());
    FabChase chase = start;
    for (int i = 0; i < attack.steps() && chase.count() > 0; i++) {
      chase.advance(step, margins(chase, classes));
      boolean[] correct =
          Predictions.areCorrect(chase.points().logits(classifier, manager), chase.labels());
      chase = chase.keep(Rows.where(chase.retreat(step, correct, attack.epsilon(), breaches)));
    }
  }

  private LogitMargins margins(FabChase chase, int classes) {
    try (NDManager scratch = manager.newSubManager()) {
      return LogitMargins.at(
          classifier, chase.points().tensor(scratch), chase.labels(), chase.targets(), classes);
    }
  }
}
