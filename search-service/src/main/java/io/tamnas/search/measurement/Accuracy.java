package io.tamnas.search.measurement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A share of images with its 95 % interval (Wilson 1927, doi 10.1080/01621459.1927.10502953), which
 * stays in [0, 1] and is honest at few images.
 */
@Schema(description = "A share of images with its 95 % Wilson interval")
public record Accuracy(
    @Schema(description = "How many were classified correctly", example = "311") int correct,
    @Schema(description = "Of how many", example = "512") int images,
    @Schema(description = "correct / images", example = "0.607") double accuracy,
    @Schema(description = "Lower and upper end of the 95 % interval", example = "[0.565, 0.649]")
        List<Double> interval) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public Accuracy {
    interval = List.copyOf(interval);
  }

  /** The accuracy of that many correct ones among at least one image. */
  public static Accuracy of(int correct, int images) {
    double share = correct / (double) images;
    double square = Z * Z / images;
    double centre = (share + square / 2) / (1 + square);
    double half =
        Z * StrictMath.sqrt(share * (1 - share) / images + square / (4 * images)) / (1 + square);
    double low = correct == 0 ? 0 : Math.max(0, centre - half);
    double high = correct == images ? 1 : Math.min(1, centre + half);
    return new Accuracy(correct, images, share, List.of(low, high));
  }
}
