package io.tamnas.search.explanation;

import io.tamnas.search.picture.ColourScale;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a picture of one size class shows: a column per layer, a row per block and per channel
 * scale, and where they meet the share on the front minus the share of all.
 */
record UseMap(Explanation explanation, SizeGroup group) {

  private static final List<String> ALPHABET =
      BlockChoice.ALL.stream().map(BlockChoice::text).toList();

  List<LayerUse> layers() {
    return explanation.layers();
  }

  /** The blocks that any layer can be, in the order of the alphabet. */
  List<String> blocks() {
    return choices(LayerUse::blocks, Comparator.comparingInt(ALPHABET::indexOf));
  }

  /** The scales that any layer can have, from the narrowest. */
  List<String> scales() {
    return choices(LayerUse::scales, Comparator.comparing(ChannelScale::parse));
  }

  private List<String> choices(Function<LayerUse, List<ChoiceUse>> kind, Comparator<String> order) {
    return layers().stream()
        .flatMap(layer -> kind.apply(layer).stream())
        .map(ChoiceUse::choice)
        .distinct()
        .sorted(order)
        .toList();
  }

  /** How a choice is used, where the layer has it. */
  Optional<Use> use(List<ChoiceUse> choices, String choice) {
    return choices.stream()
        .filter(one -> one.choice().equals(choice))
        .findFirst()
        .flatMap(one -> one.of(group.size()));
  }

  /** Over all differences of all size classes, so that their pictures can be compared. */
  ColourScale colours() {
    double largest =
        layers().stream()
            .flatMap(layer -> Stream.of(layer.blocks(), layer.scales()))
            .flatMap(List::stream)
            .flatMap(choice -> choice.uses().stream())
            .mapToDouble(use -> Math.abs(use.difference().orElse(0)))
            .max()
            .orElse(0);
    return ColourScale.aroundNone(Math.max(0.1, Math.ceil(largest * 10) / 10));
  }
}
