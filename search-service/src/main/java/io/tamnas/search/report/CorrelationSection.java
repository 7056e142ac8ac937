package io.tamnas.search.report;

import com.samskivert.mustache.Template;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.probe.Correlation;
import io.tamnas.search.probe.Correlation.Numbers;
import io.tamnas.search.probe.Correlation.Probe;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the page that tells how far estimates agree with short stand-alone trainings. */
record CorrelationSection(Correlation correlation) {

  private static final Template TEMPLATE = ReportPage.template("correlation.mustache");
  private static final Color CLEAN = new Color(0x2878B0);
  private static final Color ROBUST = new Color(0xC2571A);

  /** What the template is filled with. */
  private record Content(
      String training,
      String estimateProtocol,
      String standAloneProtocol,
      @Nullable String failed,
      List<Order> orders,
      List<String> charts,
      List<Line> probes,
      String estimatedIn,
      String measuredIn) {}

  private record Order(String name, int pairs, String kendall, String spearman) {}

  private record Line(
      int number,
      String text,
      String stage,
      String cleanEstimate,
      String clean,
      String robustEstimate,
      String robust,
      String note) {}

  String html() {
    return TEMPLATE.execute(
        new Content(
            correlation.training(),
            correlation.estimateProtocol(),
            correlation.standAloneProtocol(),
            correlation.failed() == 0 ? null : Integer.toString(correlation.failed()),
            Stream.concat(
                    order("Clean accuracy", correlation.clean()),
                    order("Accuracy under attack", correlation.adversarial()))
                .toList(),
            List.of(
                chart("scatter-clean", "clean accuracy", CLEAN, Numbers::clean),
                chart("scatter-robust", "accuracy under attack", ROBUST, Numbers::adversarial)),
            correlation.items().stream().map(CorrelationSection::line).toList(),
            Environments.text(
                correlation.items().stream().map(one -> one.estimate().numericEnvironment())),
            Environments.text(
                correlation.items().stream()
                    .flatMap(one -> Stream.ofNullable(one.standAlone()))
                    .map(Numbers::numericEnvironment))));
  }

  private static Stream<Order> order(String name, @Nullable RankCorrelation correlation) {
    return correlation == null
        ? Stream.empty()
        : Stream.of(
            new Order(
                name,
                correlation.pairs(),
                ReportPage.coefficient(correlation.kendall()),
                ReportPage.coefficient(correlation.spearman())));
  }

  private String chart(
      String id, String title, Color colour, Function<Numbers, Accuracy> accuracy) {
    List<ScatterChart.Point> points = new ArrayList<>();
    for (Probe probe : correlation.items()) {
      Numbers standAlone = probe.standAlone();
      if (standAlone != null) {
        points.add(
            new ScatterChart.Point(
                probe.genotype().text(),
                accuracy.apply(probe.estimate()),
                accuracy.apply(standAlone)));
      }
    }
    return new ScatterChart(id, title, colour, points).svg();
  }

  private static Line line(Probe probe) {
    Numbers standAlone = probe.standAlone();
    return new Line(
        probe.number(),
        probe.genotype().text(),
        probe.stage().name(),
        Percent.of(probe.estimate().clean()),
        standAlone == null ? "" : Percent.of(standAlone.clean()),
        Percent.of(probe.estimate().adversarial()),
        standAlone == null ? "" : Percent.of(standAlone.adversarial()),
        note(probe, standAlone));
  }

  private static String note(Probe probe, @Nullable Numbers standAlone) {
    Notes notes = new Notes();
    Correlation.ProbeFailure failure = probe.failure();
    if (failure != null) {
      notes.failure(failure.failureClass(), failure.reason());
    }
    notes.warnings("estimate", probe.estimate().warnings());
    if (standAlone != null) {
      notes.warnings("own training", standAlone.warnings());
    }
    return notes.text();
  }
}
