package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.FlatLosses;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.attack.Verdicts;
import io.tamnas.nets.network.Classifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Looks for signs that a classifier masks its gradients, beside what an attack has found. */
final class MaskingCheck {
  private static final int QUERIES = 100;
  private static final double WIDE = 0.5;
  private static final int WIDE_STEPS = 10;

  private final Classifier classifier;
  private final Attack attack;
  private final Starts starts;
  private final int images;
  private boolean foundZeroGradient;
  private int standing;
  private int standingUnderSquare;
  private int standingInWideBall;

  /**
   * For an attack on that classifier.
   *
   * @param images on how many of the first images, over all batches, to look further
   */
  MaskingCheck(Classifier classifier, Attack attack, Starts starts, int images) {
    this.classifier = classifier;
    this.attack = attack;
    this.starts = starts;
    this.images = images;
  }

  /** What showed in all batches together. */
  Set<MaskingSign> signs() {
    Set<MaskingSign> signs = EnumSet.noneOf(MaskingSign.class);
    if (foundZeroGradient) {
      signs.add(MaskingSign.ZERO_GRADIENTS);
    }
    if (standingUnderSquare < standing) {
      signs.add(MaskingSign.SQUARE_BEATS_GRADIENT);
    }
    if (standing > 0 && 2 * standingInWideBall >= standing) {
      signs.add(MaskingSign.NO_DROP_WITH_EPSILON);
    }
    return signs;
  }

  /**
   * Looks for an image of a batch that stands and where the attack's own loss has a gradient of
   * zeros, taken at the image as it is.
   */
  void lookForZeroGradients(ImageTensors.Batch batch, Verdicts verdicts) {
    int[] rows = standing(verdicts.robust(), batch.labels().length);
    if (!attack.takesGradients() || rows.length == 0) {
      return;
    }
    try (NDManager scratch = batch.images().getManager().newSubManager()) {
      NDArray left = rows(batch.images(), rows, scratch);
      for (boolean flat :
          new FlatLosses(classifier, left, pick(batch.labels(), rows)).under(attack)) {
        foundZeroGradient |= flat;
      }
    }
  }

  /** What other attacks leave of those of the first images that are in a batch. */
  void lookFurther(ImageTensors.Batch batch, Verdicts verdicts) {
    int count = Math.min(images - batch.first(), batch.labels().length);
    if (!attack.takesGradients() || attack.epsilon() == 0 || count <= 0) {
      return;
    }
    standing += standing(verdicts.robust(), count).length;
    standingUnderSquare += robust(new Attack.Square(attack.epsilon(), QUERIES, 1), batch, count);
    double wide = Math.max(WIDE, attack.epsilon());
    standingInWideBall +=
        robust(new Attack.Pgd(wide, wide / 4, WIDE_STEPS, 1, Start.RANDOM), batch, count);
  }

  private int robust(Attack other, ImageTensors.Batch batch, int count) {
    try (NDArray some = batch.images().get(new NDIndex().addSliceDim(0, count))) {
      return new Attacker(classifier, other, starts)
          .judge(some, Arrays.copyOf(batch.labels(), count), batch.first())
          .robustCount();
    }
  }

  private static int[] standing(boolean[] robust, int count) {
    return IntStream.range(0, count).filter(i -> robust[i]).toArray();
  }

  private static NDArray rows(NDArray images, int[] rows, NDManager manager) {
    return images.get(manager, new NDIndex("{}", manager.create(longs(rows))));
  }

  private static int[] pick(int[] values, int[] positions) {
    return IntStream.of(positions).map(position -> values[position]).toArray();
  }

  private static long[] longs(int[] values) {
    return IntStream.of(values).asLongStream().toArray();
  }
}
