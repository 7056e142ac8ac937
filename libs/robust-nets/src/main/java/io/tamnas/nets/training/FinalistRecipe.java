package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.require;

/**
 * How a network of its own is trained.
 *
 * @param training with one path per step, which crafts its own images; the warm-up of the scales
 *     has no meaning
 * @param origin of its first weights
 * @param guidance what it learns from
 * @param selection which of its states is kept
 */
public record FinalistRecipe(
    TrainingRecipe training, Origin origin, Guidance guidance, CheckpointSelection selection) {
  public FinalistRecipe {
    require(
        training.paths().equals(Paths.single()),
        "a network of its own has one path, so a step trains one, uniformly drawn, which crafts its"
            + " own images; not "
            + training.paths().text());
  }
}
