package io.tamnas.space;

import java.util.List;
import java.util.stream.IntStream;

/** How wide the middle of a main branch is, in tenths of half the layer's width. */
public record ChannelScale(int tenths) implements Comparable<ChannelScale> {

  /** 0.2, 0.4 … 2.0. */
  public static final List<ChannelScale> ALL =
      IntStream.rangeClosed(1, 10).mapToObj(i -> new ChannelScale(2 * i)).toList();

  public ChannelScale {
    if (tenths < 1 || tenths > 40) {
      throw new IllegalArgumentException(
          "a channel scale is between 0.1 and 4.0 in steps of 0.1, not " + tenths + " tenths");
    }
  }

  /** The middle channels of a layer of that width: {@code max(1, ⌊⌊width/2⌋ · tenths / 10⌋)}. */
  public int middleChannels(int layerWidth) {
    return Math.max(1, layerWidth / 2 * tenths / 10);
  }

  /** Such as {@code 0.6}. */
  public String text() {
    return tenths / 10 + "." + tenths % 10;
  }

  /**
   * Reads what {@link #text()} writes.
   *
   * @throws IllegalArgumentException where it is not a number with one decimal
   */
  public static ChannelScale parse(String text) {
    if (!text.matches("\\d\\.\\d")) {
      throw new IllegalArgumentException(
          "a channel scale is written with one decimal, such as 0.6, not '" + text + "'");
    }
    return new ChannelScale(10 * (text.charAt(0) - '0') + text.charAt(2) - '0');
  }

  @Override
  public int compareTo(ChannelScale other) {
    return Integer.compare(tenths, other.tenths);
  }

  @Override
  public String toString() {
    return text();
  }
}
