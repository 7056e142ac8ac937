package io.tamnas.search.specification;

import io.tamnas.space.ChannelScale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads lists of choices, each of which may appear once. */
final class Choices {

  static final int MOST_SCALES = 40;

  private Choices() {}

  /** Those that could be read; a violation for each that stands there again. */
  static <T> List<T> distinct(List<Item> items, Function<Item, Optional<T>> reading) {
    List<T> choices = new ArrayList<>();
    for (Item item : items) {
      reading.apply(item).ifPresent(choice -> addOnce(choices, choice, item));
    }
    return choices;
  }

  /** A channel scale, written as a number with at most one decimal. */
  static Optional<ChannelScale> scale(Item item) {
    Optional<ChannelScale> scale =
        Optional.of(item.node()).filter(JsonNode::isNumber).flatMap(Choices::scale);
    if (scale.isEmpty()) {
      item.reject("a channel scale between 0.1 and 4 in steps of 0.1");
    }
    return scale;
  }

  private static Optional<ChannelScale> scale(JsonNode node) {
    BigDecimal number = node.decimalValue();
    double value = number.doubleValue();
    return value > 0.05 && value < 4.05 && number.stripTrailingZeros().scale() <= 1
        ? Optional.of(new ChannelScale(number.movePointRight(1).intValueExact()))
        : Optional.empty();
  }

  private static <T> void addOnce(List<T> choices, T choice, Item item) {
    if (choices.contains(choice)) {
      item.findings()
          .add(item.pointer(), "must differ from the others, is again " + Shown.value(item.node()));
    } else {
      choices.add(choice);
    }
  }
}
