package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import java.util.stream.IntStream;

/**
 * Attacks a classifier whose weights are frozen. An image that is misclassified, as it is or after
 * any step, is broken and leaves the batch.
 */
public final class Attacker {
  private final Classifier classifier;
  private final Attack attack;
  private final Starts starts;

  public Attacker(Classifier classifier, Attack attack, Starts starts) {
    this.classifier = classifier;
    this.attack = attack;
    this.starts = starts;
  }

  /**
   * Judges a batch.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N
   * @param firstImage number of the first image in its data set; the others follow it
   */
  public Verdicts judge(NDArray images, int[] labels, int firstImage) {
    boolean[] correct = Predictions.areCorrect(classifier, images, labels);
    int[] rows = Rows.where(correct);
    int[] robust = rows.length == 0 ? rows : survivors(images, labels, firstImage, rows);
    return new Verdicts(correct, Rows.marks(robust, labels.length));
  }

  private int[] survivors(NDArray images, int[] labels, int firstImage, int[] rows) {
    NDManager manager = images.getManager();
    return switch (attack) {
      case Attack.Stepwise stepwise ->
          new SteppingRuns(classifier, stepwise, starts)
              .survivors(images, labels, firstImage, rows);
      case Attack.FabT fab ->
          survivors(new TargetedFab(classifier, fab, manager), images, labels, firstImage, rows);
      case Attack.Square square ->
          survivors(
              new SquareSearch(classifier, square, manager), images, labels, firstImage, rows);
    };
  }

  private int[] survivors(Search search, NDArray images, int[] labels, int firstImage, int[] rows) {
    int[] numbers = IntStream.of(rows).map(row -> firstImage + row).toArray();
    Breaches breaches =
        search.attack(Pixels.of(images).rows(rows), Rows.pick(labels, rows), numbers, starts);
    return Rows.pick(rows, breaches.standing());
  }
}
