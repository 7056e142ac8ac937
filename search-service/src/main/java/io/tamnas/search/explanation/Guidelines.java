package io.tamnas.search.explanation;

import io.tamnas.space.ChannelScale;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The significant findings as advice: neighbouring layers of one stage are joined where they favour
 * or avoid the same blocks, and scales that overlap or are adjacent.
 *
 * <p>Blocks and scales are tested each on their own. They stand in one guideline only where both
 * together, too, are more frequent on the front than among all; else in two.
 */
record Guidelines(SearchSpace space, List<LayerUse> layers) {

  /** Of one size class: what is favoured first, each from the first layer. */
  List<Guideline> of(Members members) {
    return joined(members.size()).stream()
        .sorted(Comparator.comparing(Finding::tendency).thenComparingInt(Finding::first))
        .flatMap(finding -> told(finding, members))
        .toList();
  }

  private List<Finding> joined(SizeClass size) {
    List<Finding> joined = new ArrayList<>();
    for (LayerUse layer : layers) {
      for (Finding finding : new LayerFindings(layer, size).all()) {
        join(joined, finding);
      }
    }
    return joined;
  }

  private void join(List<Finding> joined, Finding finding) {
    int index = finding.first();
    List<ChannelScale> scales = space.layers().get(index).scales().stream().sorted().toList();
    for (int i = 0; i < joined.size() && continues(index); i++) {
      if (joined.get(i).joins(finding, scales)) {
        joined.set(i, joined.get(i).joined(finding, scales));
        return;
      }
    }
    joined.add(finding);
  }

  /** Whether the layer is in the stage of the one before, and has the same scales. */
  private boolean continues(int index) {
    return index > 0
        && layers.get(index).stage() == layers.get(index - 1).stage()
        && space.layers().get(index).scales().equals(space.layers().get(index - 1).scales());
  }

  private Stream<Guideline> told(Finding finding, Members members) {
    Guideline whole = guideline(finding, members);
    return !finding.isOfBlocksAndScales() || whole.front().exceeds(whole.measured())
        ? Stream.of(whole)
        : Stream.of(
            guideline(finding.withoutScales(), members),
            guideline(finding.withoutBlocks(), members));
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
