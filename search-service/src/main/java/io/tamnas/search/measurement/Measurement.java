package io.tamnas.search.measurement;

import io.tamnas.protocol.evaluation.MaskingSign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What a subnet was measured to reach, as counts.
 *
 * @param adversarialCorrect classified correctly as they are and under attack
 * @param maskingSigns which signs of masked gradients showed, in the order of their declaration
 * @param numericEnvironment all that changed bits where it was measured
 */
public record Measurement(
    long id,
    int images,
    int cleanCorrect,
    int adversarialCorrect,
    List<MaskingSign> maskingSigns,
    String numericEnvironment) {
  public Measurement {
    maskingSigns = List.copyOf(maskingSigns);
  }

  /** The one in a row with the columns of the table of measurements. */
  public static Measurement of(ResultSet row) throws SQLException {
    return new Measurement(
        row.getLong("id"),
        row.getInt("images"),
        row.getInt("clean_correct"),
        row.getInt("adversarial_correct"),
        Arrays.stream((String[]) row.getArray("masking_signs").getArray())
            .map(MaskingSign::valueOf)
            .toList(),
        row.getString("numeric_environment"));
  }

  /** The share of the images that are classified correctly as they are. */
  public double cleanAccuracy() {
    return cleanCorrect / (double) images;
  }

  /** The share of the images that are classified correctly under attack. */
  public double adversarialAccuracy() {
    return adversarialCorrect / (double) images;
  }
}
