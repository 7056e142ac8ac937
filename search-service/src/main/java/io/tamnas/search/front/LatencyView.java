package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.latency.Latency;
import org.jspecify.annotations.Nullable;

/** How long a subnet takes for an image, as people see it. */
@Schema(name = "Latency", description = "How long a subnet takes for a single image")
public record LatencyView(
    @Schema(description = "Half of the runs took at most so long", example = "0.412")
        double medianMillis,
    @Schema(description = "A quarter of the runs", example = "0.405") double lowerQuartileMillis,
    @Schema(description = "Three quarters of the runs", example = "0.431")
        double upperQuartileMillis) {

  /** A stored latency. */
  public static LatencyView of(Latency latency) {
    return new LatencyView(
        latency.medianMillis(),
        latency.lowerQuartileNanos() / 1e6,
        latency.upperQuartileNanos() / 1e6);
  }

  /** How latencies of a job are measured. */
  @Schema(name = "LatencyMeasuring", description = "How latencies are measured")
  public record Protocol(
      @Schema(description = "In one sentence") String text,
      @Schema(description = "Runs that did not count") int warmups,
      @Schema(description = "Runs that counted") int runs,
      @Schema(description = "Of the CPU", example = "1") int threads,
      @Schema(description = "Images per run", example = "1") int batch,
      @Schema(description = "Channels × height × width", example = "3×32×32") String input,
      @Schema(
              description =
                  "Processor, instruction set, and runtime with its version; null until the first"
                      + " worker has measured")
          @Nullable String machine) {}
}
