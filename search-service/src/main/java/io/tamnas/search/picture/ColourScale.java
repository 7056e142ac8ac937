package io.tamnas.search.transfer;

import java.awt.Color;
import java.util.List;

/**
 * Shares as colours, from light to dark.
 *
 * @param least the share of the lightest
 * @param most the share of the darkest
 */
record ColourScale(double least, double most) {

  private static final List<Color> STOPS =
      List.of(
          new Color(0xF4F8FB),
          new Color(0xBFD9EA),
          new Color(0x6CAED1),
          new Color(0x2878B0),
          new Color(0x0B3C6F));

  /** Over all of these, to whole tens of per cent, and at least one ten wide. */
  static ColourScale over(List<Double> shares) {
    double low = Math.floor(shares.stream().mapToDouble(share -> share).min().orElse(0) * 10) / 10;
    double high = Math.ceil(shares.stream().mapToDouble(share -> share).max().orElse(1) * 10) / 10;
    return high > low ? new ColourScale(low, high) : around(low);
  }

  private static ColourScale around(double share) {
    return share >= 1 ? new ColourScale(0.9, 1) : new ColourScale(share, share + 0.1);
  }

  Color of(double share) {
    double place = Math.clamp((share - least) / (most - least), 0, 1) * (STOPS.size() - 1);
    int stop = Math.min((int) place, STOPS.size() - 2);
    return mixed(STOPS.get(stop), STOPS.get(stop + 1), place - stop);
  }

  /** Black or white, whichever is read more easily on the colour of that share. */
  Color ink(double share) {
    Color ground = of(share);
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
