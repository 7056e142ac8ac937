package io.tamnas.search.report;

import static io.tamnas.search.finalist.MadeUpFinalists.AUTOATTACK;
import static io.tamnas.search.finalist.MadeUpFinalists.FGSM;
import static io.tamnas.search.finalist.MadeUpFinalists.TRAINING;
import static io.tamnas.search.finalist.MadeUpFinalists.failed;
import static io.tamnas.search.finalist.MadeUpFinalists.failedTeacher;
import static io.tamnas.search.finalist.MadeUpFinalists.finalist;
import static io.tamnas.search.finalist.MadeUpFinalists.measured;
import static io.tamnas.search.finalist.MadeUpFinalists.network;
import static io.tamnas.search.finalist.MadeUpFinalists.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.specification.FinalistStart;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FinalistsSectionTest {

  private static final MaskingWarning SQUARE =
      new MaskingWarning(MaskingSign.SQUARE_BEATS_GRADIENT, "Square left fewer standing");
  private static final MaskingWarning ZERO =
      new MaskingWarning(MaskingSign.ZERO_GRADIENTS, "the gradient is zero");
  private static final MaskingWarning DROP =
      new MaskingWarning(MaskingSign.NO_DROP_WITH_EPSILON, "too many withstand a large epsilon");

  private static String html(FinalistView... finalists) {
    return new FinalistsSection(List.of(finalists), List.of()).html();
  }

  private static FinalistView.Network plain() {
    return network(measured("PGD-10"), measured(AUTOATTACK), "a machine");
  }

  /** The text of the tables, each from its heading on. */
  private static List<String> tables(String html) {
    return Pattern.compile("<h3>.*?</table>", Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(one -> one.group())
        .toList();
  }

  @Test
  void givesEachProtocolOfValidationATableOfItsOwn() {
    List<String> tables =
        tables(
            html(
                finalist(1, AUTOATTACK, null, plain()),
                finalist(2, FGSM, null, plain()),
                finalist(3, AUTOATTACK, null, plain())));

    assertThat(tables).hasSize(2);
    assertThat(tables.getFirst())
        .contains("Validated by " + AUTOATTACK, ">1: shuffle3@0.4<", ">3: shuffle3@0.4<")
        .doesNotContain("FGSM", ">2: ");
    assertThat(tables.getLast()).contains("Validated by " + FGSM, ">2: ").doesNotContain(">1: ");
  }

  @Test
  void tellsTrainingsApartByTeacherAndWeight() {
    String html =
        html(
            finalist(1, AUTOATTACK, teacher(0.1), plain()),
            finalist(2, AUTOATTACK, teacher(0.9), plain()),
            finalist(3, AUTOATTACK, null, plain()),
            finalist(4, AUTOATTACK, failedTeacher("no number"), plain()),
            finalist(5, AUTOATTACK, teacher(0.1), plain()));

    assertThat(html)
        .contains(
            "<p>A: %s; learned from the soft labels of teacher 1, weight of clean images 0.100.</p>"
                .formatted(TRAINING),
            "<p>B: %s; learned from the soft labels of teacher 1, weight of clean images 0.900.</p>"
                .formatted(TRAINING),
            "<p>C: %s.</p>".formatted(TRAINING),
            "<p>D: %s; learned from the soft labels of teacher 2,".formatted(TRAINING),
            "Teacher 1, of finalists 1, 2, 5, FINISHED: <code>shuffle7-se@2.0</code>, 90 000"
                + " parameters, SHA-256 <code>"
                + "c".repeat(64))
        .doesNotContain("<p>E:");
    assertThat(html.split("<td>A</td>", -1)).hasSize(3);
  }

  @Test
  void goesOnBehindTheLastLetter() {
    FinalistView[] many =
        IntStream.range(0, 30)
            .mapToObj(
                i -> finalist(i + 1, i + " steps", AUTOATTACK, null, measured("PGD-10"), plain()))
            .toArray(FinalistView[]::new);

    assertThat(html(many))
        .contains("<p>Z: 25 steps.</p>", "<p>AA: 26 steps.</p>", "<td>AD</td>")
        .doesNotContain("<p>[");
  }

  @Test
  void saysWhyATeacherIsNotThereAndNothingOfWhatItHasNot() {
    String html =
        html(finalist(1, AUTOATTACK, failedTeacher("the loss is no number"), failed("no teacher")));

    assertThat(html)
        .contains(
            "Teacher 1, of finalists 1, FAILED: <code>shuffle7-se@2.0</code>, 90 000 parameters."
                + " Trained: 800 steps of 64 images.",
            "DIVERGED: the loss is no number",
            "FAILED <span class=\"note\">DIVERGED: no teacher</span>")
        .doesNotContain("SHA-256", "By the selection");
  }

  @Test
  void carriesTheWarningsOfEveryNumber() {
    String html =
        html(
            finalist(
                1,
                TRAINING,
                AUTOATTACK,
                teacher(0.5, ZERO),
                measured("PGD-10", SQUARE),
                network(
                    measured("PGD-10", DROP), measured(AUTOATTACK, SQUARE, ZERO), "a machine")));

    assertThat(html)
        .contains(
            "Warning (estimate): Square left fewer standing",
            "Warning (selected): too many withstand a large epsilon",
            "Warning (test): Square left fewer standing; Warning (test): the gradient is zero",
            "Warning (selected): the gradient is zero");
  }

  @Test
  void tellsTimesOfOtherMachinesApartAndHowRestlessTheyWere() {
    String html =
        html(
            finalist(1, AUTOATTACK, null, plain()),
            finalist(
                2,
                AUTOATTACK,
                null,
                network(measured("PGD-10"), measured(AUTOATTACK), "another machine"),
                plain()));

    assertThat(html)
        .contains(
            ">0.500 [0.400, 0.800], t1<",
            ">0.500 [0.400, 0.800], t2<",
            "<p>t1: median of 500 single images, on: a machine.</p>",
            "<p>t2: median of 500 single images, on: another machine.</p>",
            "Times of different signs do not compare.");
    assertThat(html.split(", t1<", -1)).hasSize(3);
  }

  @Test
  void saysHowOftenTheTestSplitWasRead() {
    assertThat(html(finalist(1, AUTOATTACK, null, plain()), finalist(2, AUTOATTACK, null, plain())))
        .contains("validated on these test images: 2.", "is flattered by them");
  }

  @Test
  void saysThatIntervalsOfPairedNetworksAreNoTest() {
    assertThat(html(finalist(1, AUTOATTACK, null, plain())))
        .contains("do not tell whether two of them differ");
  }

  @Test
  void saysWhereAnOrderIsUndefined() {
    String html =
        new FinalistsSection(
                List.of(finalist(1, AUTOATTACK, null, plain())),
                List.of(
                    new Report.Agreement(
                        FinalistStart.SCRATCH,
                        List.of(1, 4),
                        RankCorrelation.of(List.of(0.5, 0.5), List.of(0.1, 0.2)))))
            .html();

    assertThat(html)
        .contains(
            "start scratch, finalists 1, 4, n = 2: Kendall's τ-b undefined: all values of one are equal");
  }
}
