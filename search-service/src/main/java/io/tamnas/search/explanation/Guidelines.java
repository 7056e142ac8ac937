package io.tamnas.search.explanation;

import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The significant findings as advice.
 *
 * <p>Blocks and scales are tested each on their own. Where the same layers favour both, they are
 * tested together, too, in each of these layers, and adjusted with all tests of choices and all
 * others of that kind; only what is significant in each layer stands in one guideline, all else in
 * two. What choices were found to be is not changed by these further tests.
 */
final class Guidelines {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::tendency)
          .thenComparingInt(Finding::first)
          .thenComparingInt(Finding::last);

  private final SearchSpace space;
  private final LayerRuns runs;
  private final Family family;

  /**
   * Of all size classes.
   *
   * @param choices the p values of all tests of choices
   */
  Guidelines(SearchSpace space, List<LayerUse> layers, List<Members> groups, List<Double> choices) {
    this.space = space;
    runs = new LayerRuns(space, layers);
    List<Double> values = new ArrayList<>(choices);
    for (Members members : groups) {
      for (Pair pair : Pair.of(runs.of(members))) {
        pair.joints(space, members).stream()
            .filter(Joint::isTested)
            .map(Joint::p)
            .forEach(values::add);
      }
    }
    family = new Family(values);
  }

  /** Of one size class: what is favoured first, each from the first layer. */
  List<Guideline> of(Members members) {
    List<Finding> apart = runs.of(members);
    List<Finding> told = new ArrayList<>(apart);
    for (Pair pair : Pair.of(apart)) {
      List<Joint> joints = pair.joints(space, members);
      if (joints.stream().allMatch(this::isFavoured)) {
        told.removeAll(List.of(pair.blocks(), pair.scales()));
        told.add(pair.blocks().at(pair.scales(), largest(joints)));
      }
    }
    return told.stream().sorted(ORDER).map(finding -> guideline(finding, members)).toList();
  }

  private boolean isFavoured(Joint joint) {
    return joint.isTested()
        && joint.front().exceeds(joint.measured())
        && family.of(joint.p()).significant();
  }

  private double largest(List<Joint> joints) {
    return joints.stream()
        .map(joint -> family.of(joint.p()))
        .mapToDouble(Significance::adjusted)
        .max()
        .orElseThrow();
  }

  private Guideline guideline(Finding finding, Members members) {
    Share front = pooled(finding, i -> members.inFront(finding.isMadeIn(space, i)));
    Share measured = pooled(finding, i -> members.inAll(finding.isMadeIn(space, i)));
    return Guideline.of(finding, members.size(), front, measured);
  }

  private static Share pooled(Finding finding, IntFunction<Share> inLayer) {
    List<Share> shares =
        IntStream.rangeClosed(finding.first(), finding.last()).mapToObj(inLayer).toList();
    return Share.of(
        shares.stream().mapToInt(Share::count).sum(), shares.stream().mapToInt(Share::of).sum());
  }
}
