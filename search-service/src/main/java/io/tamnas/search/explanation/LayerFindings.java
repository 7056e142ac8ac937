package io.tamnas.search.explanation;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a layer has significantly more or less often on the front: each block, and each run of
 * adjacent scales.
 */
record LayerFindings(LayerUse layer, SizeClass size) {

  List<Finding> all() {
    List<Finding> found = new ArrayList<>();
    for (Tendency tendency : Tendency.values()) {
      for (ChoiceUse block : layer.blocks()) {
        if (shows(block, tendency)) {
          found.add(finding(tendency, List.of(BlockChoice.parse(block.choice())), List.of(block)));
        }
      }
      adjacentScales(tendency).forEach(run -> found.add(finding(tendency, List.of(), run)));
    }
    return List.copyOf(found);
  }

  private List<List<ChoiceUse>> adjacentScales(Tendency tendency) {
    List<List<ChoiceUse>> runs = new ArrayList<>();
    boolean open = false;
    for (ChoiceUse scale : layer.scales()) {
      boolean shows = shows(scale, tendency);
      if (shows && !open) {
        runs.add(new ArrayList<>());
      }
      if (shows) {
        runs.getLast().add(scale);
      }
      open = shows;
    }
    return runs;
  }

  private boolean shows(ChoiceUse choice, Tendency tendency) {
    return choice.of(size).flatMap(Use::tendency).equals(Optional.of(tendency));
  }

  private Finding finding(Tendency tendency, List<BlockChoice> blocks, List<ChoiceUse> choices) {
    List<ChannelScale> scales =
        blocks.isEmpty()
            ? choices.stream().map(scale -> ChannelScale.parse(scale.choice())).toList()
            : List.of();
    int index = layer.layer() - 1;
    return new Finding(tendency, index, index, blocks, scales, largest(choices));
  }

  private double largest(List<ChoiceUse> choices) {
    return choices.stream()
        .flatMap(choice -> choice.of(size).stream())
        .flatMap(use -> Optional.ofNullable(use.significance()).stream())
        .mapToDouble(Significance::adjusted)
        .max()
        .orElse(0);
  }
}
