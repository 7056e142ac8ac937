package io.tamnas.search.report;

import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.picture.SvgDrawing;
import java.awt.Color;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * What the same subnets reach under two ways of measuring, with both 95 % intervals.
 *
 * @param id of the picture in its page
 */
record ScatterChart(String id, String title, Color colour, List<Point> points) {

  private static final Color PALE = new Color(0xC9D2DA);

  /** A subnet. */
  record Point(String words, Accuracy estimate, Accuracy standAlone) {}

  String svg() {
    Chart chart =
        Chart.over(
            points.stream().map(point -> point.estimate().interval().getLast()).toList(),
            points.stream().map(point -> point.standAlone().interval().getLast()).toList());
    return SvgDrawing.svg(
        Chart.WIDTH,
        Chart.HEIGHT,
        id,
        title,
        "%d subnets, each with its 95 %% intervals".formatted(points.size()),
        drawing -> draw(drawing, chart));
  }

  private void draw(SvgDrawing drawing, Chart chart) throws XMLStreamException {
    chart.frame(
        drawing,
        title + ": with the supernet's weights",
        ScatterChart::percent,
        title + ": trained on its own",
        ScatterChart::percent);
    for (Point point : points) {
      intervals(drawing, chart, point);
    }
    for (Point point : points) {
      int x = chart.across().at(point.estimate().accuracy());
      int y = chart.up().at(point.standAlone().accuracy());
      drawing.explained(words(point), part -> part.dot(x, y, 5, colour));
    }
  }

  private static void intervals(SvgDrawing drawing, Chart chart, Point point)
      throws XMLStreamException {
    int x = chart.across().at(point.estimate().accuracy());
    int y = chart.up().at(point.standAlone().accuracy());
    List<Double> across = point.estimate().interval();
    List<Double> up = point.standAlone().interval();
    drawing.line(
        chart.across().at(across.getFirst()), y, chart.across().at(across.getLast()), y, 1, PALE);
    drawing.line(x, chart.up().at(up.getFirst()), x, chart.up().at(up.getLast()), 1, PALE);
  }

  private static String words(Point point) {
    return "%s: estimated %s, on its own %s"
        .formatted(point.words(), Percent.of(point.estimate()), Percent.of(point.standAlone()));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
