package io.tamnas.search.explanation;

import java.util.Locale;
import java.util.Optional;

/** What is written in the map of a size class and, for those who cannot see it, about it. */
record UseMapWords(UseMap map) {

  static final String LEGEND =
      "Share on the front minus share of all measured subnets, in percentage points; grey: no such"
          + " choice, or no subnet.";

  String id() {
    return "use-" + map.group().size().text();
  }

  String title() {
    return switch (map.group().size()) {
      case ANY -> "What the front favours: all sizes";
      case SMALL -> "What the front favours: small subnets";
      case MEDIUM -> "What the front favours: medium subnets";
      case LARGE -> "What the front favours: large subnets";
    };
  }

  /** Whose shares they are, and whether they were tested. */
  String caption() {
    SizeGroup group = map.group();
    String counted = "front n = %d, all measured n = %d".formatted(group.front(), group.measured());
    String tested = group.tested() ? "" : "; too few to be tested";
    return counted + parameters(group) + tested;
  }

  private static String parameters(SizeGroup group) {
    Long least = group.leastParameters();
    Long most = group.mostParameters();
    return least == null || most == null
        ? ""
        : ", %s to %s parameters".formatted(grouped(least), grouped(most));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  String description() {
    return "A table with a column per layer and a row per block and channel scale; "
        + caption()
        + ". "
        + LEGEND
        + " "
        + guidelines();
  }

  private String guidelines() {
    String told =
        String.join(
            "; ",
            map.explanation().guidelines().stream()
                .filter(guideline -> guideline.size() == map.group().size())
                .map(Guideline::text)
                .toList());
    return told.isEmpty() ? "Nothing is significant." : "Significant: " + told + ".";
  }

  String significance() {
    return map.group().tested()
        ? "significant at a false discovery rate of 5 %"
        : "significant; not tested here";
  }

  /** What a cell says where it is pointed at. */
  String of(LayerUse layer, String choice, Optional<Use> use) {
    String place = "layer " + layer.layer() + ", " + choice + ": ";
    return place + use.map(UseMapWords::of).orElse("not a choice of this layer");
  }

  private static String of(Use use) {
    Significance significance = use.significance();
    return "%s of the front (%s), %s of all (%s); %s"
        .formatted(
            use.front().percent(),
            use.front().counts(),
            use.measured().percent(),
            use.measured().counts(),
            significance == null
                ? "not tested"
                : "adjusted p "
                    + significance.adjusted()
                    + (significance.significant() ? ", significant" : ", not significant"));
  }

  /** Whole percentage points with a sign; a true minus. */
  static String points(double share) {
    long points = Math.round(100 * share);
    return points == 0 ? "0" : (points > 0 ? "+" : "−") + Math.abs(points);
  }
}
