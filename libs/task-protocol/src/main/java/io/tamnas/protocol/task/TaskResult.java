package io.tamnas.protocol.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.evaluation.MaskingSign;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Worker to service: the attempt succeeded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskResult.SupernetTrained.class, name = "TRAIN_SUPERNET"),
  @JsonSubTypes.Type(value = TaskResult.SubnetMeasured.class, name = "EVALUATE")
})
public sealed interface TaskResult {

  /**
   * A supernet is trained and uploaded.
   *
   * @param artifact SHA-256 of the supernet
   * @param datasetDigest SHA-256 of the decoded records and their split
   */
  record SupernetTrained(String artifact, String datasetDigest) implements TaskResult {}

  /**
   * A subnet is measured. Accuracies are counts.
   *
   * @param images how many were measured
   * @param cleanCorrect of them, classified correctly as they are
   * @param adversarialCorrect of them, classified correctly as they are and at every step of the
   *     attack
   * @param maskingSigns which ones showed, in the order of their declaration
   * @param numericEnvironment all that changes bits beside the protocol, as the worker registered
   *     it: version of the arithmetic, engine, device kind, instruction set, threads
   */
  record SubnetMeasured(
      int images,
      int cleanCorrect,
      int adversarialCorrect,
      Set<MaskingSign> maskingSigns,
      String datasetDigest,
      String numericEnvironment)
      implements TaskResult {
    public SubnetMeasured {
      if (images < 1
          || cleanCorrect < 0
          || cleanCorrect > images
          || adversarialCorrect < 0
          || adversarialCorrect > cleanCorrect) {
        throw new IllegalArgumentException(
            "0 ≤ adversarialCorrect ≤ cleanCorrect ≤ images is wanted, not "
                + adversarialCorrect
                + ", "
                + cleanCorrect
                + ", "
                + images);
      }
      maskingSigns = Collections.unmodifiableSet(new TreeSet<>(maskingSigns));
    }
  }
}
