package io.tamnas.search.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.finalist.MadeUpFinalists;
import io.tamnas.search.front.Baseline;
import io.tamnas.search.front.Front;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.Individual;
import io.tamnas.search.job.JobState;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.probe.Correlation;
import io.tamnas.search.probe.ProbeStage;
import io.tamnas.search.reevaluation.InversionWarning;
import io.tamnas.search.reevaluation.ReevaluationState;
import io.tamnas.search.reevaluation.ReevaluationView;
import io.tamnas.search.reevaluation.SubnetState;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.task.Maker;
import io.tamnas.search.task.TaskPhase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Pages of reports that no job has come to. */
class ReportPageTest {

  private static final String HOSTILE = "<script>alert(1)</script>&\"";
  private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;";
  private static final UUID JOB = new UUID(1, 2);
  private static final GenotypeView GENOTYPE = new GenotypeView(List.of(0, 1), "shuffle3@0.4");
  private static final AttackSettings FGSM = new AttackSettings.Fgsm(new Budget("8/255"));

  /** What is said at every place that users or workers have a word in. */
  private String word = "a word";

  /** Of every number. */
  private List<MaskingWarning> warnings = List.of();

  private String html() {
    return new ReportPage(report()).html();
  }

  @Test
  void escapesWhatUsersAndWorkersWrite() {
    word = HOSTILE;

    assertThat(html())
        .doesNotContain("<script")
        .contains("<h1>" + ESCAPED + "</h1>", "<title>" + ESCAPED)
        .contains("<td>" + ESCAPED + "</td>")
        .contains("DIVERGED: " + ESCAPED, "INVALID: " + ESCAPED, "OUT_OF_MEMORY: " + ESCAPED)
        .contains("version " + ESCAPED + " on cpu")
        .contains("Not measured, 1 of those drawn: INFRASTRUCTURE: " + ESCAPED)
        .contains("single images, on: " + ESCAPED);
  }

  @Test
  void asksForNothingOutside() {
    assertThat(html()).contains("<svg").doesNotContain("src=", "href=", "<script", "@import");
  }

  @Test
  void carriesTheWarningsOfEveryNumber() {
    warnings =
        List.of(new MaskingWarning(MaskingSign.SQUARE_BEATS_GRADIENT, "its gradients mislead"));

    assertThat(html())
        .contains(
            "<code>shuffle3@0.4</code> <span class=\"note\">Warning (under attack): its gradients"
                + " mislead</span>",
            "Warning (estimate): its gradients mislead; Warning (own training): its gradients",
            "Warning: fewer were left; Warning (first): its gradients mislead; Warning (again): its",
            "Warning (selected): its gradients mislead; Warning (test): its gradients",
            "with signs of masked gradients");
  }

  @Test
  void saysInWhatEveryNumberWasMeasured() {
    assertThat(html())
        .contains(
            "Measured in: a word",
            "Measured in, first: test. Again: test.",
            "Selected and validated in: test<",
            "Estimates measured in: test. Networks of their own in: test.");
  }

  @Test
  void warnsOfNothingWhereNothingShowed() {
    assertThat(html()).doesNotContain("Warning (", "with signs of masked gradients");
  }

  @Test
  void saysUpToWhereHypervolumesReach() {
    String sentence =
        "Hypervolumes reach up to the reference point, the worst that is reckoned with: accuracy"
            + " under attack 0.0 %, 31 776 parameters, latency 0.412 ms.";

    assertThat(html().split(sentence, -1)).as("of generations and of the baseline").hasSize(3);
  }

  private Report report() {
    Map<String, Double> point = new LinkedHashMap<>();
    point.put("adversarialAccuracy", 0.0);
    point.put("parameters", 31_776.0);
    point.put("latency", 0.412);
    return new Report(
        JOB,
        word,
        JobState.SUCCEEDED,
        JsonMapper.shared().createObjectNode().put("name", word),
        List.of(new Report.Setting("data", word)),
        "e".repeat(64),
        "d".repeat(64),
        new Front(JOB, "s".repeat(64), protocol(), List.of(), List.of(individual())),
        List.of(new Report.GenerationFront(0, 12.5, point, List.of(individual()))),
        baseline(point),
        correlation(),
        finalists(),
        List.of(),
        List.of(reevaluation()),
        null,
        List.of(),
        List.of(
            new Report.Phase(
                TaskPhase.RANDOM_SEARCH,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                0,
                List.of(new Maker(word, "cpu", word)))));
  }

  private Front.Protocol protocol() {
    return new Front.Protocol(
        "FGSM", FGSM, "validation", 256, 1, 1024, 32, "d".repeat(64), word, null);
  }

  private Individual individual() {
    return new Individual(
        GENOTYPE,
        12_000,
        900_000,
        Accuracy.of(192, 256),
        Accuracy.of(128, 256),
        null,
        warnings,
        1,
        null,
        0,
        List.of(),
        false);
  }

  private Baseline baseline(Map<String, Double> point) {
    Baseline.Side side = new Baseline.Side(1, 10.0, List.of(new Baseline.Step(1, 10)));
    return new Baseline(
        JOB,
        BaselineKind.RANDOM,
        2,
        2,
        2,
        1,
        "Nothing was gained.",
        point,
        protocol(),
        List.of(),
        side,
        side,
        List.of(individual()),
        List.of(new Baseline.Failure(GENOTYPE, FailureClass.INFRASTRUCTURE, word)));
  }

  private Correlation correlation() {
    Correlation.Numbers numbers =
        new Correlation.Numbers(Accuracy.of(192, 256), Accuracy.of(128, 256), warnings, "test");
    RankCorrelation order = RankCorrelation.of(List.of(1.0, 2.0), List.of(1.0, 2.0));
    return new Correlation(
        JOB,
        "Trained for a short time.",
        "FGSM",
        "FGSM",
        1,
        order,
        order,
        List.of(
            new Correlation.Probe(
                1, GENOTYPE, 12_000, ProbeStage.FINISHED, 1, numbers, numbers, null),
            new Correlation.Probe(
                2,
                GENOTYPE,
                12_000,
                ProbeStage.FAILED,
                0,
                numbers,
                null,
                new Correlation.ProbeFailure(FailureClass.INVALID, word))));
  }

  private List<FinalistView> finalists() {
    MaskingWarning[] all = warnings.toArray(MaskingWarning[]::new);
    return List.of(
        MadeUpFinalists.finalist(
            1,
            MadeUpFinalists.AUTOATTACK,
            MadeUpFinalists.failedTeacher(word),
            MadeUpFinalists.network(
                MadeUpFinalists.measured("PGD-10", all),
                MadeUpFinalists.measured(MadeUpFinalists.AUTOATTACK, all),
                word),
            MadeUpFinalists.failed(word)));
  }

  private ReevaluationView reevaluation() {
    ReevaluationView.Protocol protocol =
        new ReevaluationView.Protocol(
            "FGSM",
            "validation",
            new EvaluationProtocol(FGSM, 256, 128, 1024, 128, 32, 1),
            "d".repeat(64),
            "test");
    ReevaluationView.Measured measured =
        new ReevaluationView.Measured(
            "FGSM", Accuracy.of(192, 256), Accuracy.of(128, 256), warnings);
    return new ReevaluationView(
        JOB,
        1,
        ReevaluationState.FAILED,
        1,
        "s".repeat(64),
        protocol,
        protocol,
        List.of(),
        List.of(
            new ReevaluationView.Subnet(
                GENOTYPE,
                12_000,
                900_000,
                null,
                SubnetState.MEASURED,
                measured,
                measured,
                true,
                new InversionWarning(1, "fewer were left"),
                null),
            new ReevaluationView.Subnet(
                GENOTYPE,
                12_000,
                900_000,
                null,
                SubnetState.FAILED,
                null,
                null,
                null,
                null,
                new ReevaluationView.Failure(FailureClass.OUT_OF_MEMORY, word))),
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        new ReevaluationView.Links("self", "retry", "job"));
  }
}
