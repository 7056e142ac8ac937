package io.tamnas.protocol.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.evaluation.MaskingSign;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Worker to service: the attempt succeeded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskResult.SupernetTrained.class, name = "TRAIN_SUPERNET"),
  @JsonSubTypes.Type(value = TaskResult.SubnetMeasured.class, name = "EVALUATE"),
  @JsonSubTypes.Type(value = TaskResult.TransferMeasured.class, name = "TRANSFER_MATRIX"),
  @JsonSubTypes.Type(value = TaskResult.SubnetTrained.class, name = "TRAIN_SUBNET"),
  @JsonSubTypes.Type(value = TaskResult.NetworkMeasured.class, name = "VALIDATE"),
  @JsonSubTypes.Type(value = TaskResult.NetworkExported.class, name = "EXPORT"),
  @JsonSubTypes.Type(value = TaskResult.LatencyMeasured.class, name = "MEASURE_LATENCY")
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
      requireOrdered(images, cleanCorrect, adversarialCorrect);
      maskingSigns = Collections.unmodifiableSet(new TreeSet<>(maskingSigns));
    }

    static void requireOrdered(int images, int cleanCorrect, int adversarialCorrect) {
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
    }
  }

  /**
   * Subnets were shown one another's adversarial images. Accuracies are counts.
   *
   * @param images how many were crafted on each source
   * @param cleanCorrect of them, per subnet, classified correctly as they are
   * @param correct of the images crafted on each source, per target, classified correctly
   * @param numericEnvironment all that changes bits beside the protocol, as the worker registered
   *     it
   */
  record TransferMeasured(
      int images,
      List<Integer> cleanCorrect,
      List<List<Integer>> correct,
      String datasetDigest,
      String numericEnvironment)
      implements TaskResult {
    public TransferMeasured {
      cleanCorrect = List.copyOf(cleanCorrect);
      correct = correct.stream().map(List::copyOf).toList();
      int subnets = cleanCorrect.size();
      if (subnets == 0
          || correct.size() != subnets
          || correct.stream().anyMatch(row -> row.size() != subnets)) {
        throw new IllegalArgumentException(
            "a row per source and a column per target is wanted, for " + subnets + " subnets");
      }
      requireCounts(images, cleanCorrect);
      correct.forEach(row -> requireCounts(images, row));
    }

    private static void requireCounts(int images, List<Integer> counts) {
      if (images < 1 || counts.stream().anyMatch(count -> count < 0 || count > images)) {
        throw new IllegalArgumentException(
            "counts are from 0 to the number of images, not " + counts + " of " + images);
      }
    }
  }

  /**
   * A subnet is trained as a network of its own and uploaded.
   *
   * @param artifact SHA-256 of the network
   * @param step after which the kept state was taken
   * @param selected what it reached when it was chosen, on the images of the selection
   */
  record SubnetTrained(String artifact, int step, NetworkMeasured selected) implements TaskResult {}

  /**
   * A network of its own is measured. Accuracies are counts.
   *
   * @param images how many were measured
   * @param cleanCorrect of them, classified correctly as they are
   * @param adversarialCorrect of them, classified correctly as they are and at every step of the
   *     attack
   * @param maskingSigns which ones showed, in the order of their declaration
   * @param datasetDigest SHA-256 of the decoded records and their split
   * @param numericEnvironment all that changes bits beside the protocol, as the worker registered
   *     it
   */
  record NetworkMeasured(
      int images,
      int cleanCorrect,
      int adversarialCorrect,
      Set<MaskingSign> maskingSigns,
      String datasetDigest,
      String numericEnvironment)
      implements TaskResult {
    public NetworkMeasured {
      SubnetMeasured.requireOrdered(images, cleanCorrect, adversarialCorrect);
      maskingSigns = Collections.unmodifiableSet(new TreeSet<>(maskingSigns));
    }
  }

  /**
   * A network is written as an ONNX file that gives what the network gives.
   *
   * @param artifact SHA-256 of the ONNX file
   * @param bytes size of the file
   * @param opset version of ONNX's operators that it uses
   * @param images how many were checked
   * @param largestDifference between a logit of the file's and of the network's, on any of them, as
   *     they are or attacked
   * @param cleanCorrect images of the check that both classify correctly as they are
   * @param adversarialCorrect images of the check that both classify correctly as they are and as
   *     the attack on the network leaves them
   * @param latencyMillis median time of a single image on one thread of a process that does nothing
   *     else
   * @param peakMemoryBytes the most physical memory that this process held, virtual machine and
   *     libraries included; absent where the worker's system does not tell
   * @param runtime name and version of what it was checked with
   * @param spread of that time, and on what machine; absent in results from before it was told
   */
  record NetworkExported(
      String artifact,
      long bytes,
      int opset,
      int images,
      double largestDifference,
      int cleanCorrect,
      int adversarialCorrect,
      double latencyMillis,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long peakMemoryBytes,
      String runtime,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Spread spread)
      implements TaskResult {
    /** The most that a logit of the file may differ from one of the network. */
    public static final double TOLERANCE = 1e-4;

    public NetworkExported {
      SubnetMeasured.requireOrdered(images, cleanCorrect, adversarialCorrect);
      if (!(largestDifference >= 0 && largestDifference <= TOLERANCE)) {
        throw new IllegalArgumentException(
            "logits of an exported file differ by at most 1e-4, not by " + largestDifference);
      }
      if (spread != null
          && !(spread.lowerQuartileMillis() <= latencyMillis
              && latencyMillis <= spread.upperQuartileMillis())) {
        throw new IllegalArgumentException(
            "a median lies between its quartiles; %s ms does not lie in %s"
                .formatted(latencyMillis, spread));
      }
    }

    /**
     * What tells how restless the machine was, and which kind it was.
     *
     * @param lowerQuartileMillis a quarter of the runs took at most so long
     * @param upperQuartileMillis three quarters of them
     * @param machine the kind of machine, as the worker registered it
     */
    public record Spread(double lowerQuartileMillis, double upperQuartileMillis, String machine) {}
  }

  /**
   * The time that a subnet takes for an image is measured.
   *
   * @param lowerQuartileNanos a quarter of the runs took at most so long
   * @param medianNanos half of them
   * @param upperQuartileNanos three quarters of them
   * @param machine the kind of machine, as the worker registered it
   */
  record LatencyMeasured(
      long lowerQuartileNanos, long medianNanos, long upperQuartileNanos, String machine)
      implements TaskResult {
    public LatencyMeasured {
      if (lowerQuartileNanos < 1
          || medianNanos < lowerQuartileNanos
          || upperQuartileNanos < medianNanos) {
        throw new IllegalArgumentException(
            "0 < lower quartile ≤ median ≤ upper quartile is wanted, not %d, %d, %d ns"
                .formatted(lowerQuartileNanos, medianNanos, upperQuartileNanos));
      }
    }
  }
}
