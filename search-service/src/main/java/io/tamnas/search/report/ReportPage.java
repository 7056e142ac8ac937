package io.tamnas.search.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tamnas.search.correlation.Coefficient;
import io.tamnas.search.explanation.Explanation;
import io.tamnas.search.explanation.Guideline;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.finalist.NetworkStage;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
      @Nullable String baseline,
      @Nullable String correlation,
      boolean hasFinalists,
      List<Network> networks,
      List<Way> ways,
      List<Teacher> teachers,
      List<Agreement> agreements,
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
      String text) {}

  private record Volume(int number, String hypervolume, int members) {}

  private record Network(
      String finalist,
      String start,
      String why,
      String stage,
      String estimate,
      String selected,
      String clean,
      String robust,
      String latency,
      String way,
      String note) {}

  /** How finalists came about; lettered where there are several. */
  private record Way(String letter, String training, String selection, String validation) {}

  private record Teacher(
      String finalists,
      String text,
      String parameters,
      String stage,
      String clean,
      String robust,
      String protocol,
      String artifact,
      String note) {}

  private record Agreement(String start, int pairs, String kendall, String spearman) {}

  private record Phase(String kind, int tasks, String wall, String worker, String workers) {}

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
        baseline(),
        correlation(),
        !report.finalists().isEmpty(),
        report.finalists().stream().flatMap(this::networks).toList(),
        lettered(ways()),
        teachers(),
        report.agreements().stream().map(ReportPage::agreement).toList(),
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

  private static Member member(Individual one) {
    return new Member(
        count(one.parameters()),
        count(one.multiplyAdds()),
        latency(one.latency()),
        share(one.clean()),
        share(one.adversarial()),
        one.knee() ? "knee" : "",
        one.genotype().text());
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

  /** Each once, with all finalists that it teaches. */
  private List<Teacher> teachers() {
    Map<FinalistView.Teacher, List<String>> taught = new LinkedHashMap<>();
    for (FinalistView finalist : report.finalists()) {
      FinalistView.Teacher teacher = finalist.teacher();
      if (teacher != null) {
        taught
            .computeIfAbsent(teacher, one -> new ArrayList<>())
            .add(String.valueOf(finalist.number()));
      }
    }
    return taught.entrySet().stream()
        .map(one -> teacher(one.getKey(), String.join(", ", one.getValue())))
        .toList();
  }

  private static Teacher teacher(FinalistView.Teacher teacher, String finalists) {
    FinalistView.Measured selected = teacher.selected();
    FinalistView.Failure failure = teacher.failure();
    return new Teacher(
        finalists,
        teacher.genotype().text(),
        count(teacher.parameters()),
        teacher.stage().name(),
        selected == null ? "" : Percent.of(selected.clean()),
        selected == null ? "" : Percent.of(selected.adversarial()),
        selected == null ? "" : selected.protocol(),
        Objects.requireNonNullElse(teacher.artifact(), ""),
        failure == null ? "" : failure.failureClass() + ": " + failure.reason());
  }

  private Stream<Network> networks(FinalistView finalist) {
    return finalist.networks().stream().map(network -> network(ways(), finalist, network));
  }

  private static Network network(
      List<Way> ways, FinalistView finalist, FinalistView.Network network) {
    FinalistView.Measured selected = network.selected();
    FinalistView.Measured validated = network.validated();
    FinalistView.Exported exported = network.exported();
    return new Network(
        finalist.number() + ": " + finalist.genotype().text(),
        network.start().text(),
        finalist.reason().explanation(),
        network.stage().name(),
        Percent.of(finalist.estimate().adversarial()),
        selected == null ? "" : Percent.of(selected.adversarial()),
        validated == null ? "" : Percent.of(validated.clean()),
        validated == null ? "" : Percent.of(validated.adversarial()),
        exported == null ? "" : String.format(Locale.ROOT, "%.3f ms", exported.latencyMillis()),
        letter(ways.indexOf(way(finalist))),
        note(network));
  }

  /** Of each finalist once, in their order. */
  private List<Way> ways() {
    return report.finalists().stream().map(ReportPage::way).distinct().toList();
  }

  private static Way way(FinalistView finalist) {
    return new Way("", finalist.training(), finalist.selection(), finalist.validation());
  }

  private static List<Way> lettered(List<Way> ways) {
    return IntStream.range(0, ways.size()).mapToObj(i -> lettered(letter(i), ways.get(i))).toList();
  }

  private static Way lettered(String letter, Way way) {
    return new Way(letter, way.training(), way.selection(), way.validation());
  }

  private static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static String note(FinalistView.Network network) {
    FinalistView.Failure failure = network.failure();
    if (network.stage() == NetworkStage.FAILED && failure != null) {
      return failure.failureClass() + ": " + failure.reason();
    }
    FinalistView.Measured validated = network.validated();
    return validated == null
        ? ""
        : String.join(
            "; ", validated.warnings().stream().map(one -> "Warning: " + one.text()).toList());
  }

  private static Agreement agreement(Report.Agreement agreement) {
    return new Agreement(
        agreement.start().text(),
        agreement.correlation().pairs(),
        coefficient(agreement.correlation().kendall()),
        coefficient(agreement.correlation().spearman()));
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
        phase.kind(),
        phase.tasks(),
        seconds(phase.wallSeconds()),
        seconds(phase.workerSeconds()),
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
