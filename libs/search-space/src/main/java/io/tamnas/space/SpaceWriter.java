package io.tamnas.space;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the text that {@link SpaceReader} reads. */
final class SpaceWriter {

  private SpaceWriter() {}

  static String write(SearchSpace space) {
    return "input="
        + space.input().text()
        + " classes="
        + space.classes()
        + " stem="
        + space.stem().width()
        + "/"
        + space.stem().stride()
        + " layers="
        + layers(space.layers())
        + " head="
        + space.headWidth();
  }

  private static String layers(List<Layer> layers) {
    return IntStream.range(0, layers.size())
        .mapToObj(i -> frame(layers.get(i)) + choices(layers, i))
        .collect(Collectors.joining(","));
  }

  private static String frame(Layer layer) {
    return layer.width() + "/" + layer.stride();
  }

  private static String choices(List<Layer> layers, int index) {
    Layer layer = layers.get(index);
    if (index > 0 && layer.hasChoicesOf(layers.get(index - 1))) {
      return "";
    }
    String blocks = joined(layer.blocks(), BlockChoice::text);
    String scales = joined(layer.scales(), ChannelScale::text);
    return "(" + blocks + "@" + scales + ")";
  }

  private static <T> String joined(List<T> choices, Function<T, String> text) {
    return choices.stream().map(text).collect(Collectors.joining(","));
  }
}
