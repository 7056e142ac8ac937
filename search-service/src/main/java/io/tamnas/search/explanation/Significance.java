package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a test found.
 *
 * @param p how likely counts are that are at most as likely as these, if the front were any subset
 *     of the measured subnets; to four digits
 * @param adjusted for all tests of the explanation; to four digits
 * @param significant whether the adjusted p, not rounded, is at most {@link #LEVEL}
 */
@Schema(description = "What Fisher's exact test found, two-sided")
public record Significance(
    @Schema(example = "0.00021") double p,
    @Schema(
            description = "p adjusted for all tests of the explanation (Benjamini, Hochberg 1995)",
            example = "0.0113")
        double adjusted,
    @Schema(description = "Whether the adjusted p is at most 0.05") boolean significant) {

  /**
   * The false discovery rate that is accepted: of the findings that are called significant, on
   * average at most one in twenty is chance. It bounds the rate among findings rather than the
   * chance of a single false one, because a guideline is read as a whole and taken as advice: with
   * hundreds of choices tested, the stricter bound would hide most of what is there.
   */
  public static final double LEVEL = 0.05;

  private static final MathContext DIGITS = new MathContext(4);

  static Significance of(double p, double adjusted) {
    return new Significance(rounded(p), rounded(adjusted), adjusted <= LEVEL);
  }

  /** The last bits of logarithms differ between machines; answers should not. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
