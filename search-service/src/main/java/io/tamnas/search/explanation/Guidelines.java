package io.tamnas.search.explanation;

import io.tamnas.space.SearchSpace;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The significant findings as advice.
 *
 * <p>Blocks and scales are tested each on their own. They stand in one guideline only where both
 * together, too, are more frequent on the front than among all; else in two.
 */
record Guidelines(SearchSpace space, List<LayerUse> layers) {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::tendency)
          .thenComparingInt(Finding::first)
          .thenComparingInt(Finding::last);

  /** Of one size class: what is favoured first, each from the first layer. */
  List<Guideline> of(Members members) {
    return new LayerRuns(space, layers)
        .of(members).stream().sorted(ORDER).flatMap(finding -> told(finding, members)).toList();
  }

  private Stream<Guideline> told(Finding finding, Members members) {
    Guideline whole = guideline(finding, members);
    if (!finding.isOfBlocksAndScales() || whole.front().exceeds(whole.measured())) {
      return Stream.of(whole);
    }
    return Stream.of(finding.ofBlocks(), finding.ofScales()).map(part -> guideline(part, members));
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
