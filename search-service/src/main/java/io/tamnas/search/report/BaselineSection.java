package io.tamnas.search.report;

import com.samskivert.mustache.Template;
import io.tamnas.search.front.Baseline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of the page that sets a search beside what was drawn at random. */
record BaselineSection(Baseline baseline) {

  private static final Template TEMPLATE = ReportPage.template("baseline.mustache");

  /** What the template is filled with. */
  private record Content(
      String summary,
      String protocol,
      int drawn,
      String chart,
      @Nullable String referencePoint,
      List<Line> sides,
      List<Failure> failures) {}

  private record Line(String name, int measured, String hypervolume) {}

  /** How many were not measured for one reason. */
  private record Failure(long count, String reason) {}

  String html() {
    return TEMPLATE.execute(
        new Content(
            baseline.summary(),
            baseline.protocol().text(),
            baseline.drawn(),
            new GainChart(baseline).svg(),
            ReferencePointText.of(baseline.referencePoint()),
            List.of(line("NSGA-II", baseline.search()), line("random search", baseline.random())),
            failures()));
  }

  /** Each reason once, in the order of drawing. */
  private List<Failure> failures() {
    return baseline.failures().stream()
        .map(one -> one.failureClass() + ": " + one.reason())
        .collect(
            Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(one -> new Failure(one.getValue(), one.getKey()))
        .toList();
  }

  private static Line line(String name, Baseline.Side side) {
    return new Line(name, side.measured(), volume(side.hypervolume()));
  }

  private static String volume(@Nullable Double volume) {
    return volume == null ? "" : String.format(Locale.ROOT, "%.6g", volume);
  }
}
