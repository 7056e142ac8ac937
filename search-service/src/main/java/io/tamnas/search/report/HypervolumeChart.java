package io.tamnas.search.report;

import io.tamnas.search.picture.SvgDrawing;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/** Hypervolume by generation. */
record HypervolumeChart(List<Report.GenerationFront> generations) {

  private static final Color LINE = new Color(0x2878B0);

  String svg() {
    List<Report.GenerationFront> ranked =
        generations.stream().filter(one -> one.hypervolume() != null).toList();
    Chart chart =
        Chart.over(
            ranked.stream().map(one -> (double) one.number()).toList(),
            ranked.stream().map(HypervolumeChart::volume).toList());
    return SvgDrawing.svg(
        Chart.WIDTH,
        Chart.HEIGHT,
        "hypervolume",
        "Hypervolume by generation",
        "The volume that the survivors of each of %d generations dominate".formatted(ranked.size()),
        drawing -> draw(drawing, chart, ranked));
  }

  private static void draw(SvgDrawing drawing, Chart chart, List<Report.GenerationFront> ranked)
      throws XMLStreamException {
    chart.frame(
        drawing,
        "generation",
        value -> value == Math.rint(value) ? Long.toString(Math.round(value)) : "",
        "hypervolume",
        value -> String.format(Locale.ROOT, "%.3g", value));
    for (int i = 0; i < ranked.size(); i++) {
      int x = chart.across().at(ranked.get(i).number());
      int y = chart.up().at(volume(ranked.get(i)));
      if (i > 0) {
        Report.GenerationFront before = ranked.get(i - 1);
        drawing.line(
            chart.across().at(before.number()), chart.up().at(volume(before)), x, y, 2, LINE);
      }
      drawing.dot(x, y, 4, LINE);
    }
  }

  private static double volume(Report.GenerationFront one) {
    return Objects.requireNonNull(one.hypervolume());
  }
}
