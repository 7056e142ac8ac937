package io.tamnas.search.explanation;

import io.tamnas.space.ChannelScale;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins what neighbouring layers of one stage have in common: first each block, and scales that
 * overlap or are adjacent, over as many layers as go on; then the blocks of the same layers. Each
 * layer was tested for its own choices; what is joined of several was not tested as a whole.
 */
record LayerRuns(SearchSpace space, List<LayerUse> layers) {

  List<Finding> of(Members members) {
    SizeClass size = members.size();
    List<Finding> joined = new ArrayList<>();
    for (LayerUse layer : layers) {
      new LayerFindings(layer, size).all().forEach(finding -> join(joined, finding, members));
    }
    return alternatives(joined);
  }

  private void join(List<Finding> joined, Finding finding, Members members) {
    int index = finding.first();
    List<ChannelScale> scales = space.layers().get(index).scales().stream().sorted().toList();
    for (int i = 0; i < joined.size() && continues(index); i++) {
      if (joined.get(i).joins(finding, scales)
          && holds(joined.get(i).joined(finding, scales), members)) {
        joined.set(i, joined.get(i).joined(finding, scales));
        return;
      }
    }
    joined.add(finding);
  }

  /** Whether what was found is true of each of its layers, with the scales of the others. */
  private boolean holds(Finding finding, Members members) {
    return IntStream.rangeClosed(finding.first(), finding.last())
        .allMatch(
            layer -> {
              Share front = members.inFront(finding.isMadeIn(space, layer));
              Share all = members.inAll(finding.isMadeIn(space, layer));
              return switch (finding.tendency()) {
                case FAVOURED -> front.exceeds(all);
                case AVOIDED -> all.exceeds(front);
              };
            });
  }

  /** Whether the layer is in the stage of the one before, and has the same scales. */
  private boolean continues(int index) {
    return index > 0
        && layers.get(index).stage() == layers.get(index - 1).stage()
        && space.layers().get(index).scales().equals(space.layers().get(index - 1).scales());
  }

  private static List<Finding> alternatives(List<Finding> joined) {
    List<Finding> merged = new ArrayList<>();
    for (Finding finding : joined) {
      int place = 0;
      while (place < merged.size() && !merged.get(place).isAlternativeTo(finding)) {
        place++;
      }
      if (place < merged.size()) {
        merged.set(place, merged.get(place).or(finding));
      } else {
        merged.add(finding);
      }
    }
    return merged;
  }
}
