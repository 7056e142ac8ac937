package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import java.util.List;
import java.util.stream.IntStream;

/** Where an attack that follows gradients has none to follow. */
public final class FlatLosses {
  private final Classifier classifier;
  private final NDArray images;
  private final int[] labels;

  /**
   * Of those images, as they are.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N, each in [0, classes)
   */
  public FlatLosses(Classifier classifier, NDArray images, int[] labels) {
    this.classifier = classifier;
    this.images = images;
    this.labels = labels;
  }

  /**
   * Whether the attack's own loss has a gradient of zeros, image by image; that of a targeted
   * attack is towards the likeliest wrong class. An attack of several parts has none where none of
   * its parts has one, and one that follows no gradients has none anywhere.
   */
  public boolean[] under(Attack attack) {
    return switch (attack) {
      case Attack.Fgsm _, Attack.Pgd _, Attack.MiFgsm _, Attack.ApgdCe _ ->
          of(LogitLosses.crossEntropy(labels));
      case Attack.Cw _, Attack.FabT _ -> of(LogitLosses.margin(labels));
      case Attack.ApgdT _ -> of(LogitLosses.targetedRatio(labels, likeliest()));
      case Attack.Square _ -> Rows.marks(Rows.all(labels.length), labels.length);
      case Attack.AutoAttack ensemble -> underAll(ensemble.parts());
      case Attack.Sequence sequence -> underAll(sequence.parts());
    };
  }

  private boolean[] underAll(List<Attack> attacks) {
    List<boolean[]> flat = attacks.stream().map(this::under).toList();
    int[] everywhere =
        IntStream.range(0, labels.length)
            .filter(image -> flat.stream().allMatch(part -> part[image]))
            .toArray();
    return Rows.marks(everywhere, labels.length);
  }

  private boolean[] of(LogitLoss loss) {
    try (NDManager scratch = images.getManager().newSubManager()) {
      NDArray gradient = Ascent.at(classifier, images, loss, scratch).gradient();
      float[] largest = gradient.abs().reshape(labels.length, -1).max(new int[] {1}).toFloatArray();
      boolean[] flat = new boolean[labels.length];
      for (int image = 0; image < flat.length; image++) {
        flat[image] = largest[image] == 0;
      }
      return flat;
    }
  }

  private int[] likeliest() {
    Victims victims = new Victims(classifier, images, labels, Rows.all(labels.length));
    return WrongClasses.of(victims).of(0);
  }
}
