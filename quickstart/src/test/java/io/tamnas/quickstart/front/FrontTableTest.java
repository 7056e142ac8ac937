package io.tamnas.quickstart.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTableTest {

  private final List<String> lines = new FrontTable(Fronts.three(), 170).lines();

  @Test
  void beginsWithTheProtocol() {
    assertThat(lines.getFirst()).contains("PGD-10, ε 8/255", "512 validation images");
  }

  @Test
  void listsTheSmallestSubnetFirstAndMarksTheKnee() {
    List<String> rows = lines.subList(4, lines.size());

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).contains("3,204", "511,002", "37.1 % [ 33.1,  41.3]", "23.4 % [");
    assertThat(rows.get(1)).startsWith("  knee").contains("9,876");
    assertThat(rows.get(2)).contains("30,512").doesNotContain("knee");
  }

  @Test
  void alignsItsColumnsAndKeepsToItsWidth() {
    int column = lines.get(3).indexOf("genotype");

    assertThat(lines.subList(4, lines.size()))
        .allSatisfy(row -> assertThat(row.indexOf("shuffle3@0.2")).isEqualTo(column))
        .allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(170));
  }

  @Test
  void marksSubnetsThatHaveWarningsAndSaysEachOnceBelow() {
    var masked = new Front.Warning("square-beats-gradient", "measure again with autoattack");
    var zero = new Front.Warning("zero-gradients", "no gradient");
    Front three = Fronts.three();
    List<Front.Individual> individuals = three.individuals();
    Front warned =
        new Front(
            three.job(),
            three.supernet(),
            three.protocol(),
            List.of(
                Fronts.warned(individuals.get(0), zero, masked),
                Fronts.warned(individuals.get(1), masked),
                individuals.get(2)));

    List<String> table = new FrontTable(warned, 200).lines();

    assertThat(table.get(4)).endsWith("xception@1.8 !1");
    assertThat(table.get(5)).endsWith("xception@1.8");
    assertThat(table.get(6)).endsWith("xception@1.8 !2!1");
    assertThat(table)
        .contains(
            "  !1  Warning for 2 of 3 subnets: square-beats-gradient: measure again with autoattack",
            "  !2  Warning for 1 of 3 subnets: zero-gradients: no gradient");
  }

  @Test
  void showsLatenciesWhereTheyWereMeasured() {
    List<String> timed = new FrontTable(Fronts.threeTimed(), 200).lines();

    assertThat(timed).contains("Measured on: a fast processor");
    assertThat(timed.get(5)).contains("latency, ms");
    assertThat(timed.get(6)).contains("3,204", "0.300 [0.270, 0.360]");
    assertThat(timed.get(6).indexOf("shuffle3@0.2")).isEqualTo(timed.get(5).indexOf("genotype"));
    assertThat(String.join("", lines)).doesNotContain("latency");
  }

  @Test
  void continuesALongGenotypeBelowItself() {
    List<String> narrow = new FrontTable(Fronts.three(), 120).lines();

    assertThat(narrow).hasSizeGreaterThan(lines.size());
    assertThat(narrow).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(120));
    assertThat(String.join(" ", narrow)).contains("xception@1.8");
  }
}
