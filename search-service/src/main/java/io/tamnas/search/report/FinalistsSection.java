package io.tamnas.search.report;

import com.samskivert.mustache.Template;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.finalist.NetworkStage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of the page that shows finalists: a table for each pair of protocols by which states
 * were selected and networks validated, so that no column has numbers of two.
 */
final class FinalistsSection {

  private static final Template TEMPLATE = ReportPage.template("finalists.mustache");

  private final List<FinalistView> finalists;
  private final List<Report.Agreement> agreements;
  private final TeacherList teachers;
  private final Ways ways;
  private final Timings timings;

  FinalistsSection(List<FinalistView> finalists, List<Report.Agreement> agreements) {
    this.finalists = List.copyOf(finalists);
    this.agreements = List.copyOf(agreements);
    this.teachers = new TeacherList(finalists);
    this.ways = new Ways(finalists, teachers);
    this.timings = new Timings(finalists);
  }

  /** What the template is filled with. */
  private record Content(
      List<Group> groups,
      List<Ways.Line> ways,
      List<Timings.Line> timings,
      boolean hasTimings,
      List<TeacherList.Line> teachers,
      boolean hasTeachers,
      int validations,
      List<Agreement> agreements) {}

  /** What shares its protocols. */
  private record Group(Protocols protocols, List<Network> networks, String environments) {}

  private record Protocols(String selection, String validation) {

    static Protocols of(FinalistView finalist) {
      return new Protocols(finalist.selection(), finalist.validation());
    }
  }

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

  private record Agreement(
      String start, String finalists, int pairs, String kendall, String spearman) {}

  String html() {
    return TEMPLATE.execute(
        new Content(
            finalists.stream().map(Protocols::of).distinct().map(this::group).toList(),
            ways.lines(),
            timings.lines(),
            !timings.lines().isEmpty(),
            teachers.lines(),
            !teachers.lines().isEmpty(),
            finalists.stream().mapToInt(FinalistView::validationsOnTest).max().orElse(0),
            agreements.stream().map(FinalistsSection::agreement).toList()));
  }

  private Group group(Protocols protocols) {
    List<FinalistView> members =
        finalists.stream().filter(finalist -> Protocols.of(finalist).equals(protocols)).toList();
    return new Group(
        protocols,
        members.stream()
            .flatMap(
                finalist -> finalist.networks().stream().map(network -> network(finalist, network)))
            .toList(),
        Environments.text(
            members.stream()
                .flatMap(finalist -> finalist.networks().stream())
                .flatMap(FinalistsSection::environments)));
  }

  private static Stream<String> environments(FinalistView.Network network) {
    return Stream.concat(
            Stream.ofNullable(network.selected()), Stream.ofNullable(network.validated()))
        .map(FinalistView.Measured::numericEnvironment);
  }

  private Network network(FinalistView finalist, FinalistView.Network network) {
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
        exported == null ? "" : timings.text(exported),
        ways.letter(finalist),
        note(finalist, network));
  }

  private static String note(FinalistView finalist, FinalistView.Network network) {
    Notes notes = new Notes();
    FinalistView.Failure failure = network.failure();
    if (network.stage() == NetworkStage.FAILED && failure != null) {
      notes.failure(failure.failureClass(), failure.reason());
    }
    add(notes, "estimate", finalist.estimate());
    add(notes, "selected", network.selected());
    add(notes, "test", network.validated());
    return notes.text();
  }

  private static void add(Notes notes, String number, FinalistView.@Nullable Measured measured) {
    if (measured != null) {
      notes.warnings(number, measured.warnings());
    }
  }

  private static Agreement agreement(Report.Agreement agreement) {
    return new Agreement(
        agreement.start().text(),
        agreement.finalists().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        agreement.correlation().pairs(),
        ReportPage.coefficient(agreement.correlation().kendall()),
        ReportPage.coefficient(agreement.correlation().spearman()));
  }
}
