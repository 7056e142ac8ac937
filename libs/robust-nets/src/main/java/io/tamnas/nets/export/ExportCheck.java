package io.tamnas.nets.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.FinalImages;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.measuring.ImageTensors;
import io.tamnas.nets.measuring.MeasuringObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the same images to a network, computed by the engine, and to the file that it was written
 * to, run by ONNX Runtime. They are the same where all of this holds, without exception:
 *
 * <ul>
 *   <li>Each logit of each image as it is differs by at most {@value #TOLERANCE}.
 *   <li>Each image as it is, is classified correctly by both or by neither. The first of the
 *       greatest logits wins a tie, in both.
 *   <li>The attack crafts an image from each by the network's gradients; the network classifies it
 *       correctly exactly where it withstood the attack. Those images too fulfil both, shown to
 *       both in the batch in which they were crafted.
 * </ul>
 *
 * <p>The file is not attacked by gradients of its own, as ONNX Runtime gives none: what is shown is
 * that it withstands and fails what its network withstands and fails.
 */
public final class ExportCheck {
  /** How much a logit may differ. */
  public static final double TOLERANCE = 1e-4;

  private final FoldedNetwork network;
  private final FinalImages crafting;

  /**
   * By that attack.
   *
   * @param seed of everything random in the attack
   * @throws IllegalArgumentException where the attack leaves no single image, as {@link
   *     FinalImages#requireOneRun} says
   */
  public ExportCheck(FoldedNetwork network, Attack attack, long seed) {
    this.network = network;
    this.crafting = new FinalImages(network, attack, Starts.seeded(seed, size(network)));
  }

  private static int size(FoldedNetwork network) {
    return network.input().channels() * network.input().height() * network.input().width();
  }

  /**
   * Compares network and file on those images.
   *
   * @param batches at least one; their size changes bits
   * @throws ExportMismatchException where they are not the same, naming the first image
   * @throws RefusedFileException where ONNX Runtime does not take or run the file
   * @throws io.tamnas.nets.measuring.MeasuringStopped when the observer wants it
   */
  public Agreement compare(
      Path file, List<ImageTensors.Batch> batches, MeasuringObserver observer) {
    List<Agreement> parts = new ArrayList<>();
    try (OnnxClassifier exported = new OnnxClassifier(file)) {
      for (ImageTensors.Batch batch : batches) {
        observer.checkContinue();
        parts.add(compare(batch, exported));
        observer.onProgress((double) parts.size() / batches.size());
      }
    }
    return parts.stream().reduce(Agreement::with).orElseThrow();
  }

  private Agreement compare(ImageTensors.Batch batch, OnnxClassifier exported) {
    try (NDManager scratch = batch.images().getManager().newSubManager()) {
      ShownImages clean = show("clean", batch.images(), batch, exported, scratch);
      double cleanDifference = clean.requireSame(TOLERANCE);
      ShownImages attacked = show("adversarial", craft(batch, scratch), batch, exported, scratch);
      double attackedDifference = attacked.requireSame(TOLERANCE);
      return new Agreement(
          batch.labels().length,
          Math.max(cleanDifference, attackedDifference),
          clean.correct(),
          attacked.correct(),
          exported.runtime());
    }
  }

  private NDArray craft(ImageTensors.Batch batch, NDManager scratch) {
    return crafting.of(batch.images(), batch.labels(), batch.first(), scratch);
  }

  private ShownImages show(
      String kind,
      NDArray images,
      ImageTensors.Batch batch,
      OnnxClassifier exported,
      NDManager scratch) {
    NDArray alias = images.stopGradient();
    alias.attach(scratch);
    return new ShownImages(
        kind,
        batch.first(),
        batch.labels(),
        network.logits(alias).toFloatArray(),
        exported.logits(alias.toFloatArray()));
  }
}
