package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import java.util.stream.IntStream;

/**
 * Attacks a classifier whose weights are frozen. An image that is misclassified, as it is or after
 * any step of any run, is broken and leaves the batch.
 */
public final class Attacker {
  private final Classifier classifier;
  private final Adversary adversary;
  private final double epsilon;

  public Attacker(Classifier classifier, Attack attack, Starts starts) {
    this.classifier = classifier;
    this.adversary = Adversaries.of(attack, starts);
    this.epsilon = attack.epsilon();
  }

  /**
   * Judges a batch.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N, each in [0, classes)
   * @param firstImage number of the first image in its data set; the others follow it
   */
  public Verdicts judge(NDArray images, int[] labels, int firstImage) {
    return judge(images, labels, following(firstImage, labels.length));
  }

  /**
   * Judges a batch of any images.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N, each in [0, classes)
   * @param numbers N, of the images in their data set, at least 0: what is drawn for an image
   *     depends on its number
   * @return one verdict for each image, in their order
   */
  public Verdicts judge(NDArray images, int[] labels, int[] numbers) {
    return attack(images, labels, numbers, Finals.UNWANTED);
  }

  /**
   * Where the images end: a misclassified image within ε for each that the attack broke, the
   * attack's last one for each other; one that is misclassified as it is stays.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N, each in [0, classes)
   * @param firstImage number of the first image in its data set; the others follow it
   * @param manager closes the result
   * @return N × C × H × W in [0, 1], float32
   */
  public NDArray craft(NDArray images, int[] labels, int firstImage, NDManager manager) {
    CollectedFinals finals =
        new CollectedFinals(images.toFloatArray(), Math.toIntExact(images.size() / labels.length));
    attack(images, labels, following(firstImage, labels.length), finals);
    return manager.create(finals.values(), images.getShape());
  }

  private Verdicts attack(NDArray images, int[] labels, int[] numbers, Finals finals) {
    boolean[] correct = Predictions.areCorrect(classifier, images, labels);
    int[] right = Rows.where(correct);
    if (right.length == 0 || epsilon == 0) {
      return new Verdicts(correct, correct.clone());
    }
    try (NDManager scratch = images.getManager().newSubManager()) {
      Victims victims = new Victims(classifier, images, labels, numbers).rows(right, scratch);
      int[] standing = adversary.survivors(victims, finals.of(right));
      return new Verdicts(correct, Rows.marks(Rows.pick(right, standing), labels.length));
    }
  }

  private static int[] following(int first, int count) {
    return IntStream.range(first, first + count).toArray();
  }
}
