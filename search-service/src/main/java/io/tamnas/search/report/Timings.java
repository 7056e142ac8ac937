package io.tamnas.search.report;

import io.tamnas.search.finalist.FinalistView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How and where the times of exported files were taken, each way once under a sign. A column may
 * hold times of several machines; the sign tells them apart.
 */
final class Timings {

  private final List<String> protocols;

  Timings(List<FinalistView> finalists) {
    protocols =
        finalists.stream()
            .flatMap(one -> one.networks().stream())
            .map(FinalistView.Network::exported)
            .filter(Objects::nonNull)
            .map(FinalistView.Exported::latencyProtocol)
            .distinct()
            .toList();
  }

  /** Median, quartiles where they were kept, and sign. */
  String text(FinalistView.Exported exported) {
    FinalistView.LatencySpread spread = exported.latencySpread();
    String median = String.format(Locale.ROOT, "%.3f", exported.latencyMillis());
    String quartiles =
        spread == null
            ? ""
            : String.format(
                Locale.ROOT,
                " [%.3f, %.3f]",
                spread.lowerQuartileMillis(),
                spread.upperQuartileMillis());
    return median + quartiles + ", " + sign(protocols.indexOf(exported.latencyProtocol()));
  }

  private static String sign(int index) {
    return "t" + (index + 1);
  }

  /** What the page says of one. */
  record Line(String sign, String text) {}

  List<Line> lines() {
    return IntStream.range(0, protocols.size())
        .mapToObj(i -> new Line(sign(i), protocols.get(i)))
        .toList();
  }
}
