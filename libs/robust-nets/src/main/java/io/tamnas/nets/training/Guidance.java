package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.requireShare;

import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;

/** What a network of its own learns from. */
public sealed interface Guidance {

  /** The true labels, by the loss of the recipe. */
  record Labels() implements Guidance {}

  /**
   * A robust teacher's soft labels in place of the true ones, in the loss and in the attack; the
   * loss of the recipe is not used (RSLAD: Zi et al. 2021, arXiv 2108.07969, equation 5).
   *
   * @param teacher the file of a finalist, trained on the same data
   * @param sha256 of the file
   * @param space the teacher's
   * @param genotype the teacher's, of that space
   * @param cleanWeight α: the weight of the loss on clean images; that on crafted ones has 1 − α
   */
  record Distillation(
      Path teacher, String sha256, SearchSpace space, Genotype genotype, double cleanWeight)
      implements Guidance {
    public Distillation {
      requireShare("the weight of clean images in distillation", cleanWeight);
    }
  }

  /** One line that names it. */
  default String text() {
    return switch (this) {
      case Labels _ -> "labels";
      case Distillation distillation ->
          ValueText.of("Distillation")
              .with("teacher", distillation.sha256())
              .with("cleanWeight", distillation.cleanWeight())
              .end();
    };
  }
}
