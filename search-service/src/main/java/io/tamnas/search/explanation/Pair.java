package io.tamnas.search.explanation;

import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Blocks and scales that the same layers favour, each on their own. */
record Pair(Finding blocks, Finding scales) {

  /** Of what was found apart, where layers favour one run of scales. */
  static List<Pair> of(List<Finding> apart) {
    return apart.stream().flatMap(blocks -> of(blocks, apart)).toList();
  }

  private static Stream<Pair> of(Finding blocks, List<Finding> apart) {
    List<Finding> scales = apart.stream().filter(blocks::canBeAt).toList();
    return scales.size() == 1 ? Stream.of(new Pair(blocks, scales.getFirst())) : Stream.empty();
  }

  /** The blocks at the scales, in each of the layers. */
  List<Joint> joints(SearchSpace space, Members members) {
    Finding whole = blocks.at(scales, 0);
    return IntStream.rangeClosed(whole.first(), whole.last())
        .mapToObj(layer -> whole.isMadeIn(space, layer))
        .map(made -> new Joint(members.inFront(made), members.inAll(made)))
        .toList();
  }
}
