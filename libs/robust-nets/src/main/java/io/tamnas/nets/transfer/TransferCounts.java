package io.tamnas.nets.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.FinalImages;
import io.tamnas.nets.attack.Predictions;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.network.Classifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts a transfer matrix batch by batch, so that only one source's images of one batch are held
 * at a time. A function of classifiers, attack, starts and batches. For one thread.
 */
public final class TransferCounts {
  private final List<Classifier> classifiers;
  private final List<FinalImages> crafting;
  private final int[] clean;
  private final int[][] correct;
  private int images;

  /**
   * Of these classifiers, each a source and a target.
   *
   * @param starts the noise of the run's random start, the same against every source
   * @throws IllegalArgumentException where the attack has no final image
   */
  public TransferCounts(List<Classifier> classifiers, Attack attack, Starts starts) {
    this.classifiers = List.copyOf(classifiers);
    this.crafting =
        this.classifiers.stream().map(source -> new FinalImages(source, attack, starts)).toList();
    this.clean = new int[classifiers.size()];
    this.correct = new int[classifiers.size()][classifiers.size()];
  }

  /**
   * Counts a batch as it is.
   *
   * @param batch N × C × H × W in [0, 1], float32; stays open
   * @param labels N
   */
  public void addClean(NDArray batch, int[] labels) {
    images += labels.length;
    count(batch, labels, clean);
  }

  /**
   * Crafts a batch against a source and counts what every target makes of it.
   *
   * @param batch N × C × H × W in [0, 1], float32; stays open
   * @param labels N
   * @param firstImage number of the batch's first image in its data set; the others follow it
   */
  public void addSource(int source, NDArray batch, int[] labels, int firstImage) {
    try (NDManager scratch = batch.getManager().newSubManager()) {
      NDArray crafted = crafting.get(source).of(batch, labels, firstImage, scratch);
      count(crafted, labels, correct[source]);
    }
  }

  /** The counts of all that was added. */
  public TransferMatrix matrix() {
    return new TransferMatrix(
        images,
        IntStream.of(clean).boxed().toList(),
        Arrays.stream(correct).map(row -> IntStream.of(row).boxed().toList()).toList());
  }

  private void count(NDArray batch, int[] labels, int[] counts) {
    for (int target = 0; target < counts.length; target++) {
      counts[target] += Predictions.count(classifiers.get(target), batch, labels);
    }
  }
}
