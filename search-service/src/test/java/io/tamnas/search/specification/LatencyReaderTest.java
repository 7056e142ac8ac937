package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.evaluation.LatencyProtocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatencyReaderTest {

  private static final String WANTED = "'search':{'objectives':['adversarialAccuracy','latency']}";

  @Test
  void measuresNoneByDefaultAndSaysNothingOfThem() {
    SearchJobSpecification job = Specifications.read("{'dataset':{'name':'shapes'}}");

    assertThat(job.latency()).isEmpty();
    assertThat(job.canonicalJson()).doesNotContain("atency");
  }

  @Test
  void measuresThemForAnObjectiveOrAConstraint() {
    LatencySettings usual = new LatencySettings(new LatencyProtocol(50, 500), Optional.empty());

    assertThat(Specifications.read("{" + WANTED + "}").latency()).contains(usual);
    SearchJobSpecification constrained =
        Specifications.read("{'search':{'constraints':{'maxLatencyMillis':2.5}}}");
    assertThat(constrained.latency()).contains(usual);
    assertThat(constrained.search().constraints().maxLatencyMillis()).hasValue(2.5);
  }

  @Test
  void readsBackWhatItHasWritten() {
    SearchJobSpecification job =
        Specifications.read(
            "{'evaluation':{'latency':{'warmups':0,'runs':50,'machine':'a; b'}},'search':"
                + "{'objectives':['latency','parameters'],'constraints':{'maxLatencyMillis':3}}}");

    assertThat(job.latency())
        .contains(new LatencySettings(new LatencyProtocol(0, 50), Optional.of("a; b")));
    assertThat(job.canonicalJson())
        .contains("\"latency\":{\"warmups\":0,\"runs\":50,\"machine\":\"a; b\"}");
    assertThat(
            SpecificationReader.read(
                SpecificationParser.parse(job.canonicalJson().getBytes(UTF_8))))
        .isEqualTo(job);
  }

  @Test
  void refusesSettingsThatNothingNeeds() {
    assertThat(Specifications.violations("{'evaluation':{'latency':{'runs':50}}}"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo("/evaluation/latency");
              assertThat(violation.detail()).contains("objective \"latency\"", "maxLatencyMillis");
            });
  }

  @Test
  void saysAllThatIsWrong() {
    assertThat(
            Specifications.violations(
                "{'evaluation':{'latency':{'warmups':-1,'runs':4,'machine':'','cores':1}},"
                    + WANTED
                    + "}"))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/evaluation/latency/warmups",
            "/evaluation/latency/runs",
            "/evaluation/latency/machine",
            "/evaluation/latency/cores");
    assertThat(Specifications.violations("{'search':{'constraints':{'maxLatencyMillis':0}}}"))
        .extracting(Violation::pointer)
        .containsExactly("/search/constraints/maxLatencyMillis");
  }
}
