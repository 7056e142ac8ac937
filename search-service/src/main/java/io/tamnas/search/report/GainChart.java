package io.tamnas.search.report;

import io.tamnas.search.front.Baseline;
import io.tamnas.search.picture.SvgDrawing;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Hypervolume over the number of measurements: the search, and what was drawn at random. */
record GainChart(Baseline baseline) {

  static final Color RANDOM = new Color(0x7A4FA3);

  private static final Color SEARCH = new Color(0x2878B0);

  String svg() {
    Chart chart =
        Chart.over(
            all().map(step -> (double) step.measurements()).toList(),
            all().map(Baseline.Step::hypervolume).toList());
    return SvgDrawing.svg(
        Chart.WIDTH,
        Chart.HEIGHT,
        "gain",
        "Hypervolume over measurements",
        baseline.summary(),
        drawing -> draw(drawing, chart));
  }

  private Stream<Baseline.Step> all() {
    return Stream.concat(baseline.search().steps().stream(), baseline.random().steps().stream());
  }

  private void draw(SvgDrawing drawing, Chart chart) throws XMLStreamException {
    chart.frame(
        drawing,
        "measurements",
        value -> Long.toString(Math.round(value)),
        "hypervolume: dots NSGA-II, squares random search",
        value -> String.format(Locale.ROOT, "%.3g", value));
    lines(drawing, chart, baseline.random().steps(), RANDOM);
    lines(drawing, chart, baseline.search().steps(), SEARCH);
    for (Baseline.Step step : baseline.random().steps()) {
      Chart.square(drawing, x(chart, step), y(chart, step), 3, RANDOM);
    }
    for (Baseline.Step step : baseline.search().steps()) {
      drawing.dot(x(chart, step), y(chart, step), 3, SEARCH);
    }
  }

  private static void lines(
      SvgDrawing drawing, Chart chart, List<Baseline.Step> steps, Color colour)
      throws XMLStreamException {
    for (int i = 1; i < steps.size(); i++) {
      Baseline.Step from = steps.get(i - 1);
      Baseline.Step to = steps.get(i);
      drawing.line(x(chart, from), y(chart, from), x(chart, to), y(chart, to), 2, colour);
    }
  }

  private static int x(Chart chart, Baseline.Step step) {
    return chart.across().at(step.measurements());
  }

  private static int y(Chart chart, Baseline.Step step) {
    return chart.up().at(step.hypervolume());
  }
}
