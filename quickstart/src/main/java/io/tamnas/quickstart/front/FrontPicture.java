package io.tamnas.quickstart.front;

import io.tamnas.quickstart.front.Front.Accuracy;
import io.tamnas.quickstart.front.Front.Individual;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A front as a picture: accuracy over a cost, with the 95 % intervals. */
public final class FrontPicture {

  private static final Color CLEAN = new Color(0x2B6CB0);
  private static final Color ADVERSARIAL = new Color(0xC2410C);
  private static final Color INK = new Color(0x1F2933);
  private static final Color GRID = new Color(0xE4E7EB);
  private static final BasicStroke THIN = new BasicStroke(1.6f);

  private final Front front;
  private final Cost cost;
  private final List<Individual> individuals;

  /** What accuracy is drawn over. */
  public enum Cost {
    PARAMETERS("size", "parameters", "%,.0f") {
      @Override
      double of(Individual individual) {
        return (double) individual.parameters();
      }
    },
    LATENCY("latency", "latency, ms", "%.3f") {
      @Override
      double of(Individual individual) {
        return Objects.requireNonNull(individual.latency()).medianMillis();
      }
    };

    private final String name;
    private final String axis;
    private final String format;

    Cost(String name, String axis, String format) {
      this.name = name;
      this.axis = axis;
      this.format = format;
    }

    abstract double of(Individual individual);
  }

  /**
   * A picture of a front.
   *
   * @throws IllegalArgumentException where the front is empty
   */
  public FrontPicture(Front front, Cost cost) {
    if (front.individuals().isEmpty()) {
      throw new IllegalArgumentException("a picture needs a front with an individual");
    }
    this.front = front;
    this.cost = cost;
    this.individuals =
        front.bySize().stream().sorted(Comparator.comparingDouble(cost::of)).toList();
  }

  /** Writes a PNG of 1200×720 pixels. */
  public void write(Path file) throws IOException {
    if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart()), "png", file.toFile())) {
      throw new IOException("this JDK writes no PNG");
    }
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(1200)
            .height(720)
            .title("Accuracy and %s of the subnets on the front".formatted(cost.name))
            .xAxisTitle("%s   (%s)".formatted(cost.axis, front.protocol().text()))
            .yAxisTitle("accuracy, % (bars: 95 % intervals)")
            .build();
    style(chart.getStyler());
    draw(chart, "clean", Individual::clean, CLEAN, SeriesMarkers.DIAMOND);
    draw(chart, "adversarial", Individual::adversarial, ADVERSARIAL, SeriesMarkers.CIRCLE);
    markKnee(chart);
    return chart;
  }

  private void draw(
      XYChart chart,
      String name,
      Function<Individual, Accuracy> value,
      Color color,
      Marker marker) {
    individuals.forEach(individual -> bar(chart, name, individual, value, color));
    XYSeries series = chart.addSeries(name, sizes(), percent(value.andThen(Accuracy::accuracy)));
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(marker).setMarkerColor(color);
  }

  /** One interval. The chart's own error bars are symmetric, these intervals are not. */
  private void bar(
      XYChart chart,
      String name,
      Individual individual,
      Function<Individual, Accuracy> value,
      Color color) {
    double[] x = {cost.of(individual), cost.of(individual)};
    Accuracy accuracy = value.apply(individual);
    double[] y = {100 * accuracy.low(), 100 * accuracy.high()};
    String label = name + " " + individual.genotype().genes();
    XYSeries line = chart.addSeries(label, x, y);
    line.setMarker(SeriesMarkers.NONE).setLineColor(faded(color)).setLineStyle(THIN);
    line.setShowInLegend(false);
  }

  private void markKnee(XYChart chart) {
    for (Individual individual : individuals) {
      if (individual.knee()) {
        double top = 100 * individual.adversarial().high();
        chart.addAnnotation(new AnnotationText("knee", cost.of(individual), top + 1.5, false));
      }
    }
  }

  private void style(XYStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setChartPadding(18);
    styler
        .setChartFontColor(INK)
        .setChartTitleFont(font(Font.BOLD, 20))
        .setChartTitleBoxVisible(false);
    styler.setLegendPosition(LegendPosition.InsideNW).setLegendFont(font(Font.PLAIN, 15));
    styler.setLegendBorderColor(GRID).setMarkerSize(10);
    styler.setAnnotationTextFont(font(Font.BOLD, 14)).setAnnotationTextFontColor(ADVERSARIAL);
    styler.setAxisTitleFont(font(Font.PLAIN, 14)).setAxisTickLabelsFont(font(Font.PLAIN, 14));
    styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTickMarksColor(GRID).setXAxisTickMarkSpacingHint(120);
    styler.setYAxisMin(0.0).setYAxisMax(highest()).setXAxisMin(left()).setXAxisMax(right());
    styler.setXAxisTickLabelsFormattingFunction(
        value -> String.format(Locale.ROOT, cost.format, value));
    styler.setLocale(Locale.ROOT);
  }

  private double highest() {
    double top = individuals.stream().mapToDouble(each -> each.clean().high()).max().orElseThrow();
    return Math.min(100, Math.ceil(10 * top) * 10 + 10);
  }

  private double left() {
    return Math.max(0, cost.of(individuals.getFirst()) - margin());
  }

  private double right() {
    return cost.of(individuals.getLast()) + margin();
  }

  private double margin() {
    double smallest = cost.of(individuals.getFirst());
    double largest = cost.of(individuals.getLast());
    return Math.max(0.06 * (largest - smallest), 0.02 * largest);
  }

  private double[] sizes() {
    return individuals.stream().mapToDouble(cost::of).toArray();
  }

  private double[] percent(Function<Individual, Double> share) {
    return individuals.stream().mapToDouble(individual -> 100 * share.apply(individual)).toArray();
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  private static Color faded(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 110);
  }
}
