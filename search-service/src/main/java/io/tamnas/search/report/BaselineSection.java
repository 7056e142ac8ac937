package io.tamnas.search.report;

import com.samskivert.mustache.Template;
import io.tamnas.search.front.Baseline;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of the page that sets a search beside what was drawn at random. */
record BaselineSection(Baseline baseline) {

  private static final Template TEMPLATE = ReportPage.template("baseline.mustache");

  /** What the template is filled with. */
  private record Content(
      String summary, String protocol, int drawn, String chart, List<Line> sides) {}

  private record Line(String name, int measured, String hypervolume) {}

  String html() {
    return TEMPLATE.execute(
        new Content(
            baseline.summary(),
            baseline.protocol().text(),
            baseline.drawn(),
            new GainChart(baseline).svg(),
            List.of(line("NSGA-II", baseline.search()), line("random search", baseline.random()))));
  }

  private static Line line(String name, Baseline.Side side) {
    return new Line(name, side.measured(), volume(side.hypervolume()));
  }

  private static String volume(@Nullable Double volume) {
    return volume == null ? "" : String.format(Locale.ROOT, "%.6g", volume);
  }
}
