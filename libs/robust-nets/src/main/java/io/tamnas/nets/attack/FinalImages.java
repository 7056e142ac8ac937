package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;

/**
 * Crafts adversarial images with one run of an attack. An image that the classifier gets wrong as
 * it is stays as it is. Every other one is moved until a step breaks it, or to the end of the run,
 * and is left where it stands then. So the classifier is right on exactly those images that the
 * same run leaves robust, but for passes of other sizes, which may round otherwise.
 */
public final class FinalImages {
  private final Attacker attacker;

  /**
   * By one run of the attack.
   *
   * @throws IllegalArgumentException where the attack has no run, or more than one, whose end would
   *     be the image
   */
  public FinalImages(Classifier classifier, Attack attack, Starts starts) {
    requireOneRun(attack);
    this.attacker = new Attacker(classifier, attack, starts);
  }

  /**
   * That the attack leaves one image for each that it is given.
   *
   * @throws IllegalArgumentException where it does not, with the reason
   */
  public static void requireOneRun(Attack attack) {
    int runs =
        switch (attack) {
          case Attack.Fgsm _, Attack.MiFgsm _ -> 1;
          case Attack.Pgd pgd -> pgd.restarts();
          case Attack.Cw margin -> margin.restarts();
          case Attack.ApgdCe _,
              Attack.ApgdT _,
              Attack.FabT _,
              Attack.Square _,
              Attack.AutoAttack _,
              Attack.Sequence _ ->
              throw new IllegalArgumentException(
                  "the final image is that of one run of fgsm, pgd, mi-fgsm or cw, which "
                      + attack
                      + " is not");
        };
    if (runs != 1) {
      throw new IllegalArgumentException(
          "the final image is that of one run, but the attack makes " + runs);
    }
  }

  /**
   * Crafts against the classifier, in evaluation mode and with frozen weights.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N
   * @param firstImage number of the first image in its data set; the others follow it
   * @param manager closes the result
   * @return N × C × H × W in [0, 1], each within ε of its image
   */
  public NDArray of(NDArray images, int[] labels, int firstImage, NDManager manager) {
    return attacker.craft(images, labels, firstImage, manager);
  }
}
