package io.tamnas.search.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingListTest {

  private static Map<String, String> settings(String specification) {
    return SettingList.of(
            SpecificationReader.read(
                SpecificationParser.parse(specification.replace('\'', '"').getBytes(UTF_8))))
        .stream()
        .collect(Collectors.toMap(Report.Setting::name, Report.Setting::text));
  }

  @Test
  void saysWhatLimitsTheFront() {
    assertThat(settings("{'dataset':{'name':'shapes'}}").get("search")).contains("; no limits; ");
    assertThat(
            settings(
                    """
                    {'dataset':{'name':'shapes'},'search':{'constraints':
                      {'maxParameters':25000,'maxMultiplyAdds':15000000,'maxLatencyMillis':2.5}}}
                    """)
                .get("search"))
        .contains(
            "; limits: at most 25 000 parameters, 15 000 000 multiply-adds, 2.5 ms of latency; ");
  }

  @Test
  void saysHowAndWhereLatenciesAreMeasuredWhereTheyAre() {
    String timed =
        "{'dataset':{'name':'shapes'},'evaluation':{'latency':{'runs':200%s}},"
            + "'search':{'objectives':['adversarialAccuracy','latency']}}";

    assertThat(settings(timed.formatted("")).get("latency"))
        .startsWith("median of 200 single images after 50 warm-ups")
        .endsWith("; on the kind of machine that measures first");
    assertThat(settings(timed.formatted(",'machine':'a processor'")).get("latency"))
        .endsWith("; on a processor");
    assertThat(settings("{'dataset':{'name':'shapes'}}")).doesNotContainKey("latency");
  }

  @Test
  void saysWhoTeachesAndHowMuchCleanImagesWeigh() {
    assertThat(
            settings(
                    "{'dataset':{'name':'shapes'},"
                        + "'finalists':{'count':1,'distillation':{'cleanWeight':0.25}}}")
                .get("finalists' teacher"))
        .startsWith("genotype [")
        .endsWith("; weight of clean images 0.250");
  }

  @Test
  void saysHowManyShapesAreDrawnAndWhenScalesWiden() {
    Map<String, String> settings =
        settings(
            "{'dataset':{'name':'shapes','shapes':{'trainingImages':4000}},"
                + "'training':{'scaleWarmup':0.3}}");

    assertThat(settings.get("data"))
        .contains("; 4000 training and 1024 test images drawn by seed ");
    assertThat(settings.get("supernet"))
        .contains("; narrower scales allowed step by step over 0.3 of the steps; paths: ");
  }
}
