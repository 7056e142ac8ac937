package io.tamnas.search.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tamnas.search.correlation.Coefficient;
import io.tamnas.search.explanation.Explanation;
import io.tamnas.search.explanation.Guideline;
import io.tamnas.search.front.Baseline;
import io.tamnas.search.front.Individual;
import io.tamnas.search.front.LatencyView;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.probe.Correlation;
import io.tamnas.search.transfer.HeatMap;
import io.tamnas.search.transfer.TransferMatrixView;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML page: pictures are inside, nothing outside is asked for, and what users
 * wrote is escaped.
 */
final class ReportPage {

  private static final Template TEMPLATE = template("report.mustache");

  private final Report report;

  ReportPage(Report report) {
    this.report = report;
  }

  /** What the template is filled with. */
  private record Content(
      String name,
      String job,
      String state,
      String protocol,
      @Nullable String environment,
      String settings,
      String digest,
      @Nullable String dataset,
      List<Member> front,
      String frontChart,
      boolean hasLatencies,
      @Nullable String latencyProtocol,
      @Nullable String latencyMachine,
      @Nullable String latencyChart,
      List<Volume> generations,
      String hypervolumeChart,
      @Nullable String referencePoint,
      @Nullable String baseline,
      @Nullable String correlation,
      @Nullable String finalists,
      List<ReevaluationSection> reevaluations,
      @Nullable String summary,
      @Nullable String method,
      List<String> guidelines,
      List<String> pictures,
      List<Matrix> matrices,
      List<Phase> phases,
      List<Report.Setting> rows) {}

  private record Matrix(int number, String protocol, String environment, String picture) {}

  private record Member(
      String parameters,
      String multiplyAdds,
      String latency,
      String clean,
      String robust,
      String knee,
      String text,
      String note) {}

  private record Volume(int number, String hypervolume, int members) {}

  private record Phase(String phase, int tasks, String wall, String device, String workers) {}

  String html() {
    return TEMPLATE.execute(content());
  }

  private Content content() {
    Explanation explanation = report.explanation();
    LatencyView.Protocol latency = report.front().protocol().latency();
    return new Content(
        report.name(),
        report.job().toString(),
        report.state().name(),
        report.front().protocol().text(),
        report.front().protocol().numericEnvironment(),
        report.specification().toPrettyString(),
        report.specificationDigest(),
        report.datasetDigest(),
        report.front().individuals().stream().map(ReportPage::member).toList(),
        chart(FrontChart.Cost.PARAMETERS),
        latency != null,
        latency == null ? null : latency.text() + ", " + latency.input(),
        latency == null ? null : latency.machine(),
        latency == null ? null : chart(FrontChart.Cost.LATENCY),
        report.generations().stream().map(ReportPage::volume).toList(),
        new HypervolumeChart(report.generations()).svg(),
        referencePoint(),
        baseline(),
        correlation(),
        finalists(),
        report.reevaluations().stream().map(ReevaluationSection::of).toList(),
        explanation == null ? null : explanation.summary(),
        explanation == null ? null : explanation.method(),
        explanation == null
            ? List.of()
            : explanation.guidelines().stream().map(Guideline::text).toList(),
        explanation == null ? List.of() : explanation.pictures(),
        report.transferMatrices().stream().map(ReportPage::matrix).toList(),
        report.phases().stream().map(ReportPage::phase).toList(),
        report.settings());
  }

  private List<Individual> random() {
    Baseline baseline = report.baseline();
    return baseline == null ? List.of() : baseline.individuals();
  }

  private @Nullable String baseline() {
    Baseline baseline = report.baseline();
    return baseline == null ? null : new BaselineSection(baseline).html();
  }

  private @Nullable String correlation() {
    Correlation correlation = report.correlation();
    return correlation == null ? null : new CorrelationSection(correlation).html();
  }

  private @Nullable String finalists() {
    return report.finalists().isEmpty()
        ? null
        : new FinalistsSection(report.finalists(), report.agreements()).html();
  }

  /** The same for all generations. */
  private @Nullable String referencePoint() {
    return report.generations().isEmpty()
        ? null
        : ReferencePointText.of(report.generations().getFirst().referencePoint());
  }

  private static Member member(Individual one) {
    return new Member(
        count(one.parameters()),
        count(one.multiplyAdds()),
        latency(one.latency()),
        share(one.clean()),
        share(one.adversarial()),
        one.knee() ? "knee" : "",
        one.genotype().text(),
        new Notes().warnings("under attack", one.warnings()).text());
  }

  private String chart(FrontChart.Cost cost) {
    return new FrontChart(cost, report.generations(), report.front().individuals(), random()).svg();
  }

  static String latency(@Nullable LatencyView latency) {
    return latency == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%.3f [%.3f, %.3f]",
            latency.medianMillis(),
            latency.lowerQuartileMillis(),
            latency.upperQuartileMillis());
  }

  private static Volume volume(Report.GenerationFront one) {
    Double volume = one.hypervolume();
    return new Volume(
        one.number(),
        volume == null ? "" : String.format(Locale.ROOT, "%.6g", volume),
        one.front().size());
  }

  /** A coefficient with its interval, or why there is none. */
  static String coefficient(@Nullable Coefficient coefficient) {
    if (coefficient == null) {
      return "undefined: all values of one are equal";
    }
    List<Double> interval = coefficient.interval();
    String value = String.format(Locale.ROOT, "%.2f", coefficient.value());
    return interval == null
        ? value + ", too few for an interval"
        : value
            + String.format(Locale.ROOT, " [%.2f, %.2f]", interval.getFirst(), interval.getLast());
  }

  private static Matrix matrix(TransferMatrixView matrix) {
    byte[] picture = HeatMap.of(matrix).orElseThrow().png();
    return new Matrix(
        matrix.number(),
        matrix.protocol().text(),
        Objects.requireNonNullElse(matrix.protocol().numericEnvironment(), ""),
        Base64.getEncoder().encodeToString(picture));
  }

  private static Phase phase(Report.Phase phase) {
    return new Phase(
        phase.phase().words(),
        phase.tasks(),
        seconds(phase.wallSeconds()),
        seconds(phase.deviceSeconds()),
        phase.workers().stream()
            .map(
                one ->
                    "version %s on %s: %s"
                        .formatted(one.version(), one.device(), one.numericEnvironment()))
            .collect(Collectors.joining(" | ")));
  }

  private static String seconds(double seconds) {
    return Math.round(seconds) + " s";
  }

  private static String share(@Nullable Accuracy accuracy) {
    return accuracy == null ? "" : Percent.of(accuracy);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** The template of that name, beside this class. */
  static Template template(String name) {
    try (InputStream file = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name));
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return Mustache.compiler().nullValue("").compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
