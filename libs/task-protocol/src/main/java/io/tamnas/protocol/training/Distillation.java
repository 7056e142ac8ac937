package io.tamnas.protocol.training;

import java.util.List;

/**
 * A robust teacher's soft labels in place of the true ones, in the loss and in the attack (RSLAD:
 * Zi et al. 2021, arXiv 2108.07969, equation 5).
 *
 * @param network SHA-256 of the teacher's artifact
 * @param space the teacher's search space in text form
 * @param genotype the teacher's, of that space
 * @param cleanWeight α: the weight of the loss on clean images; that on adversarial ones has 1 − α
 */
public record Distillation(
    String network, String space, List<Integer> genotype, double cleanWeight) {
  public Distillation {
    genotype = List.copyOf(genotype);
  }
}
