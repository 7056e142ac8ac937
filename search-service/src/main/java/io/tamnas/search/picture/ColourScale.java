package io.tamnas.search.picture;

import java.awt.Color;
import java.util.List;

/**
 * Numbers as colours.
 *
 * @param least the number of the first stop
 * @param most the number of the last stop
 * @param stops at least two, evenly spread; between them colours are mixed
 */
public record ColourScale(double least, double most, List<Color> stops) {

  private static final List<Color> LIGHT_TO_DARK =
      List.of(
          new Color(0xF4F8FB),
          new Color(0xBFD9EA),
          new Color(0x6CAED1),
          new Color(0x2878B0),
          new Color(0x0B3C6F));

  /** Orange and blue, which people who are blind to red or green tell apart. */
  private static final List<Color> ORANGE_TO_BLUE =
      List.of(
          new Color(0x9A4A05),
          new Color(0xE08B3A),
          new Color(0xFAD9B0),
          new Color(0xF7F7F7),
          new Color(0xBFD9EA),
          new Color(0x5A9FCB),
          new Color(0x1B5A96));

  public ColourScale {
    stops = List.copyOf(stops);
  }

  /** From light to dark. */
  public static ColourScale lightToDark(double least, double most) {
    return new ColourScale(least, most, LIGHT_TO_DARK);
  }

  /** From light to dark over all of these, to whole tens of per cent, and at least one ten wide. */
  public static ColourScale over(List<Double> shares) {
    double low = Math.floor(shares.stream().mapToDouble(share -> share).min().orElse(0) * 10) / 10;
    double high = Math.ceil(shares.stream().mapToDouble(share -> share).max().orElse(1) * 10) / 10;
    return high > low ? lightToDark(low, high) : around(low);
  }

  private static ColourScale around(double share) {
    return share >= 1 ? lightToDark(0.9, 1) : lightToDark(share, share + 0.1);
  }

  /** From orange for the least over white for none to blue for the most. */
  public static ColourScale aroundNone(double most) {
    return new ColourScale(-most, most, ORANGE_TO_BLUE);
  }

  public Color of(double number) {
    double place = Math.clamp((number - least) / (most - least), 0, 1) * (stops.size() - 1);
    int stop = Math.min((int) place, stops.size() - 2);
    return mixed(stops.get(stop), stops.get(stop + 1), place - stop);
  }

  /** Black or white, whichever is read more easily on the colour of that number. */
  public Color ink(double number) {
    Color ground = of(number);
    double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
    return light > 140 ? new Color(0x16202B) : Color.WHITE;
  }

  private static Color mixed(Color from, Color to, double share) {
    return new Color(
        mixed(from.getRed(), to.getRed(), share),
        mixed(from.getGreen(), to.getGreen(), share),
        mixed(from.getBlue(), to.getBlue(), share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
