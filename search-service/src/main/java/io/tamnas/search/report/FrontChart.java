package io.tamnas.search.report;

import io.tamnas.search.front.Individual;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.picture.SvgDrawing;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Accuracies over a cost: the fronts of earlier generations pale, the last one strong.
 *
 * @param random the front of what was drawn at random, if anything was
 */
record FrontChart(
    Cost cost,
    List<Report.GenerationFront> earlier,
    List<Individual> front,
    List<Individual> random) {

  /** What a subnet costs. */
  enum Cost {
    PARAMETERS("parameters", "front"),
    LATENCY("latency, ms", "latencies");

    private final String label;
    private final String id;

    Cost(String label, String id) {
      this.label = label;
      this.id = id;
    }

    double of(Individual one) {
      return switch (this) {
        case PARAMETERS -> (double) one.parameters();
        case LATENCY -> one.latency() == null ? 0 : one.latency().medianMillis();
      };
    }

    String text(double value) {
      return switch (this) {
        case PARAMETERS -> String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
        case LATENCY -> String.format(Locale.ROOT, "%.3f", value);
      };
    }
  }

  private static final Color CLEAN = new Color(0x2878B0);
  private static final Color ROBUST = new Color(0xC2571A);
  private static final Color PALE = new Color(0xC9D2DA);

  String svg() {
    Chart chart =
        Chart.over(all().map(cost::of).toList(), all().map(one -> accuracy(one.clean())).toList());
    return SvgDrawing.svg(
        Chart.WIDTH,
        Chart.HEIGHT,
        cost.id,
        "Accuracies over " + cost.label,
        "The front's %d subnets, pale those of the generations before%s"
            .formatted(front.size(), random.isEmpty() ? "" : ", as squares that of random search"),
        drawing -> draw(drawing, chart));
  }

  private Stream<Individual> all() {
    List<Individual> all = new ArrayList<>(front);
    all.addAll(random);
    earlier.forEach(generation -> all.addAll(generation.front()));
    return all.stream().filter(one -> one.clean() != null);
  }

  private void draw(SvgDrawing drawing, Chart chart) throws XMLStreamException {
    chart.frame(
        drawing,
        cost.label,
        cost::text,
        "accuracy: filled under attack, hollow clean"
            + (random.isEmpty() ? "" : "; squares: random search"),
        value -> Math.round(100 * value) + " %");
    for (Report.GenerationFront generation : earlier) {
      for (Individual one : generation.front()) {
        int x = chart.across().at(cost.of(one));
        drawing.dot(x, chart.up().at(accuracy(one.adversarial())), 3, PALE);
      }
    }
    for (Individual one : random) {
      drawing.explained("random search: " + words(one), part -> drawRandom(part, chart, one));
    }
    for (Individual one : front) {
      drawing.explained(words(one), part -> draw(part, chart, one));
    }
  }

  private void drawRandom(SvgDrawing drawing, Chart chart, Individual one)
      throws XMLStreamException {
    int x = chart.across().at(cost.of(one));
    Chart.openSquare(drawing, x, chart.up().at(accuracy(one.clean())), 4, GainChart.RANDOM);
    Chart.square(drawing, x, chart.up().at(accuracy(one.adversarial())), 4, GainChart.RANDOM);
  }

  private void draw(SvgDrawing drawing, Chart chart, Individual one) throws XMLStreamException {
    int x = chart.across().at(cost.of(one));
    drawing.ring(x, chart.up().at(accuracy(one.clean())), 5, CLEAN);
    drawing.dot(x, chart.up().at(accuracy(one.adversarial())), 5, ROBUST);
  }

  private String words(Individual one) {
    return "%s: %s %s, %s clean, %s under attack%s"
        .formatted(
            one.genotype().text(),
            cost.text(cost.of(one)),
            cost.label,
            Percent.of(accuracy(one.clean())),
            Percent.of(accuracy(one.adversarial())),
            one.warnings().isEmpty() ? "" : ", with signs of masked gradients");
  }

  private static double accuracy(@Nullable Accuracy accuracy) {
    return accuracy == null ? 0 : accuracy.accuracy();
  }
}
