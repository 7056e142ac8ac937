package io.tamnas.search.report;

import io.tamnas.search.specification.ObjectiveName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says up to where hypervolumes reach, without which their numbers mean nothing. */
final class ReferencePointText {

  private ReferencePointText() {}

  /**
   * In one sentence; none where there is no point yet.
   *
   * @param point per objective, in the objectives' order
   */
  static @Nullable String of(Map<String, Double> point) {
    return point.isEmpty()
        ? null
        : "Hypervolumes reach up to the reference point, the worst that is reckoned with: %s."
            .formatted(
                point.entrySet().stream()
                    .map(one -> coordinate(objective(one.getKey()), one.getValue()))
                    .collect(Collectors.joining(", ")));
  }

  private static ObjectiveName objective(String text) {
    return Arrays.stream(ObjectiveName.values())
        .filter(one -> one.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static String coordinate(ObjectiveName objective, double value) {
    return switch (objective) {
      case ADVERSARIAL_ACCURACY -> "accuracy under attack " + Percent.of(value);
      case CLEAN_ACCURACY -> "clean accuracy " + Percent.of(value);
      case PARAMETERS -> ReportPage.count(Math.round(value)) + " parameters";
      case MULTIPLY_ADDS -> ReportPage.count(Math.round(value)) + " multiply-adds";
      case LATENCY -> String.format(Locale.ROOT, "latency %.3f ms", value);
    };
  }
}
