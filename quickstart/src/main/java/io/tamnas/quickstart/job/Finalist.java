package io.tamnas.quickstart.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of the front that was trained as networks of its own. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finalist(int number, List<Network> networks) {
  public Finalist {
    networks = List.copyOf(networks);
  }

  /** All of a job. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record All(List<Finalist> items) {
    All {
      items = List.copyOf(items);
    }
  }

  /**
   * One training and what came of it.
   *
   * @param start such as {@code SCRATCH}
   * @param stage such as {@code FINISHED}
   * @param validated absent until it is validated
   * @param exported absent until it is exported
   * @param failure absent unless it has failed for good
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Network(
      String start,
      String stage,
      @Nullable Measured validated,
      @Nullable Exported exported,
      @Nullable Failure failure,
      Links links) {}

  /** Numbers with their protocol. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Measured(String protocol, Accuracy clean, Accuracy adversarial) {}

  /** A share with its 95 % interval. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Accuracy(double accuracy, List<Double> interval) {
    public Accuracy {
      interval = List.copyOf(interval);
    }
  }

  /** The exported file. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Exported(String artifact, long bytes) {}

  /** Why it has failed for good. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Failure(String failureClass, String reason) {}

  /** Where its files are. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Links(String model, String modelCard, String manifest) {}
}
