package io.tamnas.search.report;

import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.specification.FinalistStart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far estimates and validations agree in order: per start, and per settings, so that what is
 * compared was trained, selected and validated alike. None where fewer than two were validated:
 * there is no order to agree in.
 */
final class Agreements {

  private Agreements() {}

  static List<Report.Agreement> of(List<FinalistView> finalists) {
    return Arrays.stream(FinalistStart.values()).flatMap(start -> of(start, finalists)).toList();
  }

  private static Stream<Report.Agreement> of(FinalistStart start, List<FinalistView> finalists) {
    Map<Alike, List<Pair>> groups = new LinkedHashMap<>();
    for (FinalistView finalist : finalists) {
      for (FinalistView.Network network : finalist.networks()) {
        FinalistView.Measured validated = network.validated();
        if (network.start() == start && validated != null) {
          groups
              .computeIfAbsent(Alike.of(finalist), alike -> new ArrayList<>())
              .add(new Pair(finalist, validated));
        }
      }
    }
    return agreements(start, groups.values());
  }

  private static Stream<Report.Agreement> agreements(
      FinalistStart start, Collection<List<Pair>> groups) {
    return groups.stream()
        .filter(group -> group.size() > 1)
        .map(
            group ->
                new Report.Agreement(
                    start,
                    group.stream().map(pair -> pair.finalist().number()).toList(),
                    RankCorrelation.of(
                        group.stream()
                            .map(pair -> pair.finalist().estimate().adversarial().accuracy())
                            .toList(),
                        group.stream()
                            .map(pair -> pair.validated().adversarial().accuracy())
                            .toList())));
  }

  private record Pair(FinalistView finalist, FinalistView.Measured validated) {}

  /** What makes validations comparable. */
  private record Alike(
      String training, String selection, String validation, @Nullable String teacher) {

    static Alike of(FinalistView finalist) {
      return new Alike(
          finalist.training(), finalist.selection(), finalist.validation(), teacher(finalist));
    }

    private static @Nullable String teacher(FinalistView finalist) {
      FinalistView.Teacher teacher = finalist.teacher();
      return teacher == null ? null : teacher.artifact() + " at " + teacher.cleanWeight();
    }
  }
}
