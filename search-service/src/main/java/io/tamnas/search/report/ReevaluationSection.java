package io.tamnas.search.report;

import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.reevaluation.InversionWarning;
import io.tamnas.search.reevaluation.ReevaluationView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page says of a re-evaluation: each column of accuracies names its protocol. */
record ReevaluationSection(
    int number,
    String state,
    String first,
    String again,
    String firstEnvironment,
    String againEnvironment,
    List<Row> rows,
    String order) {

  /** A subnet under both protocols. */
  record Row(
      String parameters,
      String latency,
      String firstClean,
      String firstRobust,
      String againClean,
      String againRobust,
      String place,
      String text,
      String note) {}

  static ReevaluationSection of(ReevaluationView view) {
    return new ReevaluationSection(
        view.number(),
        view.state().name(),
        view.first().text(),
        view.again().text(),
        environment(view.first()),
        environment(view.again()),
        view.subnets().stream().map(ReevaluationSection::row).toList(),
        order(view.order()));
  }

  private static String environment(ReevaluationView.Protocol protocol) {
    return Environments.text(Stream.ofNullable(protocol.numericEnvironment()));
  }

  private static Row row(ReevaluationView.Subnet subnet) {
    ReevaluationView.Measured first = subnet.first();
    ReevaluationView.Measured again = subnet.again();
    return new Row(
        ReportPage.count(subnet.parameters()),
        ReportPage.latency(subnet.latency()),
        first == null ? "" : Percent.of(first.clean()),
        first == null ? "" : Percent.of(first.adversarial()),
        again == null ? subnet.state().name() : Percent.of(again.clean()),
        again == null ? subnet.state().name() : Percent.of(again.adversarial()),
        place(subnet.nondominated()),
        subnet.genotype().text(),
        note(subnet));
  }

  private static String place(@Nullable Boolean nondominated) {
    if (nondominated == null) {
      return "";
    }
    return nondominated ? "yes" : "no";
  }

  private static String note(ReevaluationView.Subnet subnet) {
    Notes notes = new Notes();
    ReevaluationView.Failure failure = subnet.failure();
    if (failure != null) {
      notes.failure(failure.failureClass(), failure.reason());
    }
    InversionWarning inversion = subnet.inversion();
    if (inversion != null) {
      notes.warning(inversion.text());
    }
    add(notes, "first", subnet.first());
    add(notes, "again", subnet.again());
    return notes.text();
  }

  private static void add(
      Notes notes, String number, ReevaluationView.@Nullable Measured measured) {
    if (measured != null) {
      notes.warnings(number, measured.warnings());
    }
  }

  private static String order(@Nullable RankCorrelation order) {
    return order == null
        ? ""
        : "Order of the two accuracies under attack, n = %d: Kendall's τ-b %s; Spearman's ρ %s."
            .formatted(
                order.pairs(),
                ReportPage.coefficient(order.kendall()),
                ReportPage.coefficient(order.spearman()));
  }
}
