package io.tamnas.space;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How wide the middle of a main branch is, in tenths of half the layer's width. */
public record ChannelScale(int tenths) implements Comparable<ChannelScale> {

  private static final BigDecimal MOST = BigDecimal.valueOf(4);
  private static final Pattern FORM = Pattern.compile("[0-9]\\.[0-9]");

  /** 0.2, 0.4 … 2.0. */
  public static final List<ChannelScale> ALL =
      IntStream.rangeClosed(1, 10).mapToObj(i -> new ChannelScale(2 * i)).toList();

  public ChannelScale {
    if (tenths < 1 || tenths > 40) {
      throw new IllegalArgumentException(refusal(tenths + " tenths"));
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
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a channel scale is written with one decimal, such as 0.6, not '" + text + "'");
    }
    return of(new BigDecimal(text));
  }

  /**
   * The scale of that value.
   *
   * @throws IllegalArgumentException where it is not between 0.1 and 4.0 in steps of 0.1
   */
  public static ChannelScale of(BigDecimal value) {
    if (value.signum() < 1 || value.compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > 1) {
      throw new IllegalArgumentException(refusal(value.toString()));
    }
    return new ChannelScale(value.movePointRight(1).intValueExact());
  }

  private static String refusal(String found) {
    return "a channel scale is between 0.1 and 4.0 in steps of 0.1, not " + found;
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
