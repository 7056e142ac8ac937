package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.attack.Verdicts;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.network.Classifier;
import io.tamnas.space.InputShape;
import java.util.List;

/**
 * The images of a protocol in memory, before which classifiers are measured. A measurement is a
 * function of the classifier, the protocol, the data and the numeric environment. One thread at a
 * time.
 */
public final class MeasuredImages {
  private final NetworkProtocol protocol;
  private final List<ImageTensors.Batch> batches;
  private final Starts starts;

  /**
   * Loads the images.
   *
   * @param manager closes them
   * @throws IllegalArgumentException where the data set has fewer images than the protocol wants,
   *     or too few classes for its attack
   */
  public MeasuredImages(Dataset dataset, NetworkProtocol protocol, NDManager manager) {
    protocol.requireFit(dataset);
    InputShape shape = dataset.shape();
    this.protocol = protocol;
    this.starts = Starts.seeded(protocol.seed(), shape.channels() * shape.height() * shape.width());
    this.batches =
        ImageTensors.first(
            protocol.split().of(dataset),
            protocol.split().text(),
            shape,
            protocol.images(),
            protocol.batchSize(),
            manager);
  }

  List<ImageTensors.Batch> batches() {
    return batches;
  }

  /** What is drawn for each image. */
  Starts starts() {
    return starts;
  }

  /**
   * Attacks the classifier.
   *
   * @param measured a classifier of the data set's images and classes, under frozen weights
   * @throws MeasuringStopped when the observer wants it
   */
  public Measurement measure(Classifier measured, MeasuringObserver observer) {
    Classifier classifier = measured.asking(observer::checkContinue);
    Attacker attacker = new Attacker(classifier, protocol.attack(), starts);
    MaskingCheck masking =
        new MaskingCheck(classifier, protocol.attack(), starts, protocol.maskingImages());
    int correct = 0;
    int robust = 0;
    for (ImageTensors.Batch batch : batches) {
      Verdicts verdicts = attacker.judge(batch.images(), batch.labels(), batch.first());
      correct += verdicts.correctCount();
      robust += verdicts.robustCount();
      masking.lookForZeroGradients(batch, verdicts);
      masking.lookFurther(batch, verdicts);
      observer.onProgress((double) (batch.first() + batch.labels().length) / protocol.images());
    }
    return new Measurement(protocol.images(), correct, robust, masking.signs());
  }
}
