package io.tamnas.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the text that {@link SpaceWriter} writes, from left to right without going back. It judges
 * the form alone; {@link SpaceCheck} judges the space.
 */
final class SpaceReader {

  private static final int SHOWN = 20;

  private final String text;
  private int position;

  SpaceReader(String text) {
    this.text = text;
  }

  SearchSpace read() {
    InputShape input = input();
    expect(" classes=");
    int classes = number();
    expect(" stem=");
    int width = number();
    expect("/");
    Stem stem = new Stem(width, number());
    expect(" layers=");
    List<Layer> layers = layers();
    expect(" head=");
    int head = number();
    if (position < text.length()) {
      throw unexpected("the end");
    }
    return new SearchSpace(input, classes, stem, layers, head);
  }

  private InputShape input() {
    expect("input=");
    int start = position;
    int channels = number();
    expect("x");
    int height = number();
    expect("x");
    int width = number();
    return at(start, () -> new InputShape(channels, height, width));
  }

  private List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    if (next(' ')) {
      return layers;
    }
    do {
      layers.add(layer(layers));
    } while (take(','));
    return layers;
  }

  private Layer layer(List<Layer> before) {
    int width = number();
    expect("/");
    int stride = number();
    if (take('(')) {
      List<BlockChoice> blocks = choices('@', BlockChoice::parse);
      List<ChannelScale> scales = choices(')', ChannelScale::parse);
      return new Layer(width, stride, blocks, scales);
    }
    if (before.isEmpty()) {
      throw unexpected("the choices of the first layer, such as (shuffle3,xception@0.2,2.0)");
    }
    Layer last = before.getLast();
    return new Layer(width, stride, last.blocks(), last.scales());
  }

  private <T> List<T> choices(char end, Function<String, T> parse) {
    List<T> choices = new ArrayList<>();
    if (take(end)) {
      return choices;
    }
    do {
      int start = position;
      String word = word();
      choices.add(at(start, () -> parse.apply(word)));
    } while (take(','));
    expect(String.valueOf(end));
    return choices;
  }

  private String word() {
    int start = position;
    while (position < text.length() && ",@() ".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private int number() {
    int start = position;
    if (next('-')) {
      position++;
    }
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      position++;
    }
    try {
      return Integer.parseInt(text.substring(start, position));
    } catch (NumberFormatException e) {
      position = start;
      throw unexpected("a whole number of 32 bits");
    }
  }

  private void expect(String word) {
    if (!text.startsWith(word, position)) {
      throw unexpected("'" + word + "'");
    }
    position += word.length();
  }

  private boolean take(char character) {
    boolean there = next(character);
    if (there) {
      position++;
    }
    return there;
  }

  private boolean next(char character) {
    return position < text.length() && text.charAt(position) == character;
  }

  private static <T> T at(int position, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "search space, character " + (position + 1) + ": " + e.getMessage(), e);
    }
  }

  private IllegalArgumentException unexpected(String right) {
    String rest = text.substring(position, Math.min(text.length(), position + SHOWN));
    String found = rest.isEmpty() ? "the text ends" : "there is '" + rest + "'";
    return new IllegalArgumentException(
        "search space, character " + (position + 1) + ": expected " + right + ", but " + found);
  }
}
