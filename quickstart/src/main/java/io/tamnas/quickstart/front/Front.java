package io.tamnas.quickstart.front;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The non-dominated subnets of a job, as the service gives them.
 *
 * @param supernet SHA-256 of the supernet that all were measured in
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Front(String job, String supernet, Protocol protocol, List<Individual> individuals) {
  public Front {
    individuals = List.copyOf(individuals);
  }

  /** From the smallest to the largest; equally large ones from the less to the more robust. */
  public List<Individual> bySize() {
    return individuals.stream()
        .sorted(
            Comparator.comparingLong(Individual::parameters)
                .thenComparingInt(individual -> individual.adversarial().correct())
                .thenComparing(individual -> individual.genotype().text()))
        .toList();
  }

  /** Whether the subnets were measured for their latency too. */
  public boolean hasLatencies() {
    return protocol.latency() != null;
  }

  /**
   * Under which attack, on which images: one line for people.
   *
   * @param latency absent where the job measures none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Protocol(String text, @Nullable LatencyProtocol latency) {}

  /**
   * How latencies were measured: one line for people.
   *
   * @param machine absent until the first worker has measured
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record LatencyProtocol(String text, @Nullable String machine) {}

  /** How long a single image takes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Latency(
      double medianMillis, double lowerQuartileMillis, double upperQuartileMillis) {}

  /**
   * A subnet with what is known of it.
   *
   * @param latency absent where the job measures none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Individual(
      Genotype genotype,
      long parameters,
      long multiplyAdds,
      Accuracy clean,
      Accuracy adversarial,
      @Nullable Latency latency,
      List<Warning> warnings,
      boolean knee) {
    public Individual {
      warnings = List.copyOf(warnings);
    }
  }

  /** A sign that the accuracy under attack may be too good, in one word and in a sentence. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Warning(String sign, String text) {}

  /** A subnet's name: its genes, and the same for people. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Genotype(List<Integer> genes, String text) {
    public Genotype {
      genes = List.copyOf(genes);
    }
  }

  /**
   * A share of images.
   *
   * @param interval the 95 % interval, low and high end
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Accuracy(int correct, int images, double accuracy, List<Double> interval) {
    public Accuracy {
      interval = List.copyOf(interval);
      if (interval.size() != 2) {
        throw new IllegalArgumentException("an interval has two ends, not " + interval);
      }
    }

    double low() {
      return interval.getFirst();
    }

    double high() {
      return interval.getLast();
    }
  }
}
