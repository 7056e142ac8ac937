package io.tamnas.search.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.explanation.Explanation;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CommonTest {

  private static SearchJobSpecification specification(String constraints) {
    return SpecificationReader.read(
        SpecificationParser.parse(
            "{\"dataset\": {\"name\": \"shapes\"}, \"search\": {\"constraints\": {%s}}}"
                .formatted(constraints)
                .getBytes(UTF_8)));
  }

  private static List<Born> measured(SearchJobSpecification job) {
    SplittableRandom random = new SplittableRandom(3);
    List<Born> born = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Genotype genotype = job.space().draw(random);
      NetworkCost cost = NetworkCost.of(job.space(), genotype);
      Measurement numbers =
          new Measurement(i, 100, 50 + random.nextInt(50), random.nextInt(50), List.of(), "test");
      born.add(new Born(0, i, genotype, List.of(), cost, numbers, null));
    }
    return born;
  }

  private static int compared(SearchJobSpecification job, List<Born> measured) {
    List<Genotype> front =
        new Evolution(job).front(measured).stream().map(Ranked::born).map(Born::genotype).toList();
    Explanation explanation = Objects.requireNonNull(Common.of(job, front, measured));
    return explanation.groups().getFirst().measured();
  }

  @Test
  void comparesTheFrontWithWhatKeepsTheConstraintsAlone() {
    SearchJobSpecification free = specification("");
    List<Born> measured = measured(free);
    long limit =
        measured.stream()
            .mapToLong(one -> one.cost().parameters())
            .sorted()
            .skip(49)
            .findFirst()
            .orElseThrow();
    int kept = (int) measured.stream().filter(one -> one.cost().parameters() <= limit).count();

    assertThat(compared(specification("\"maxParameters\": " + limit), measured)).isEqualTo(kept);
    assertThat(kept).isLessThan(100);
    assertThat(compared(free, measured)).isEqualTo(200);
  }

  @Test
  void saysNothingWhereNothingKeepsThem() {
    SearchJobSpecification narrow = specification("\"maxParameters\": 20000");
    List<Born> wide =
        measured(narrow).stream().filter(one -> one.cost().parameters() > 20_000).toList();

    assertThat(wide).isNotEmpty();
    assertThat(Common.of(narrow, List.of(), wide)).isNull();
  }
}
