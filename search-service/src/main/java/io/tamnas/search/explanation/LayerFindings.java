package io.tamnas.search.explanation;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a layer has significantly more or less often on the front. Favoured blocks and favoured
 * scales are one finding where the scales are adjacent; avoided ones are findings of their own.
 */
record LayerFindings(LayerUse layer, SizeClass size) {

  List<Finding> all() {
    List<Finding> found = new ArrayList<>();
    for (Tendency tendency : Tendency.values()) {
      found.addAll(of(tendency));
    }
    return List.copyOf(found);
  }

  private List<Finding> of(Tendency tendency) {
    List<ChoiceUse> blocks =
        layer.blocks().stream().filter(block -> shows(block, tendency)).toList();
    List<List<ChoiceUse>> ranges = adjacentScales(tendency);
    if (tendency == Tendency.FAVOURED && !blocks.isEmpty() && ranges.size() == 1) {
      return List.of(finding(tendency, blocks, ranges.getFirst()));
    }
    List<Finding> found = new ArrayList<>();
    if (!blocks.isEmpty()) {
      found.add(finding(tendency, blocks, List.of()));
    }
    ranges.forEach(range -> found.add(finding(tendency, List.of(), range)));
    return found;
  }

  private List<List<ChoiceUse>> adjacentScales(Tendency tendency) {
    List<List<ChoiceUse>> ranges = new ArrayList<>();
    boolean open = false;
    for (ChoiceUse scale : layer.scales()) {
      boolean shows = shows(scale, tendency);
      if (shows && !open) {
        ranges.add(new ArrayList<>());
      }
      if (shows) {
        ranges.getLast().add(scale);
      }
      open = shows;
    }
    return ranges;
  }

  private boolean shows(ChoiceUse choice, Tendency tendency) {
    return choice.of(size).flatMap(Use::tendency).equals(Optional.of(tendency));
  }

  private Finding finding(Tendency tendency, List<ChoiceUse> blocks, List<ChoiceUse> scales) {
    return new Finding(
        tendency,
        layer.layer() - 1,
        layer.layer() - 1,
        blocks.stream().map(block -> BlockChoice.parse(block.choice())).toList(),
        scales.stream().map(scale -> ChannelScale.parse(scale.choice())).toList(),
        Math.max(largest(blocks), largest(scales)));
  }

  private double largest(List<ChoiceUse> choices) {
    return choices.stream()
        .flatMap(choice -> choice.of(size).stream())
        .map(Use::significance)
        .flatMap(significance -> Optional.ofNullable(significance).stream())
        .mapToDouble(Significance::adjusted)
        .max()
        .orElse(0);
  }
}
