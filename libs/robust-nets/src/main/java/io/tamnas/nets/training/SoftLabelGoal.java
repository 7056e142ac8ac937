package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.loss.Divergence;
import io.tamnas.nets.network.Classifier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Robust soft label adversarial distillation (RSLAD: Zi et al. 2021, arXiv 2108.07969, equation 5):
 * what a robust teacher T says of the clean image x takes the place of the label, both in the loss
 * of the student S, {@code α · KL(T(x) ‖ S(x)) + (1 − α) · KL(T(x) ‖ S(x′))}, and in the attack,
 * which climbs {@code KL(T(x) ‖ S(x′))}.
 *
 * <p>The paper writes the divergences with the student first; its authors' code, which is followed
 * here, weighs by the teacher's probabilities. Their code divides by the number of classes and the
 * batch; here it is summed over the classes and, as all losses, averaged over the images.
 *
 * @param teacher under frozen weights
 * @param cleanWeight α, in [0, 1]
 */
record SoftLabelGoal(Classifier teacher, double cleanWeight) implements Goal {

  @Override
  public Objective objective(NDArray images, NDArray labels) {
    NDManager manager = images.getManager();
    NDArray soft = Passes.clean(teacher, images);
    NDArray ofClean = manager.create((float) cleanWeight);
    NDArray ofCrafted = manager.create((float) (1 - cleanWeight));
    return (crafted, clean) ->
        Divergence.ofRows(soft, crafted)
            .sum()
            .mul(ofCrafted)
            .add(Divergence.ofRows(soft, clean.get()).sum().mul(ofClean));
  }

  @Override
  public UnaryOperator<NDArray> climbed(NDArray images, NDArray labels, Supplier<NDArray> clean) {
    NDArray soft = Passes.clean(teacher, images);
    return logits -> Divergence.ofRows(soft, logits).sum();
  }

  @Override
  public boolean climbsDivergence() {
    return true;
  }
}
