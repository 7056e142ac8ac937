package io.tamnas.nets.attack;

/**
 * How large the squares of the square attack are (Andriushchenko et al. 2020, arXiv 1912.00049):
 * their share of the image's area begins at 0.8 and is halved after fixed numbers of queries,
 * whatever the number of queries in all. The numbers are those of AutoAttack (Croce and Hein 2020,
 * arXiv 2003.01690) as published in code.
 *
 * @param height of the images
 * @param width of the images
 */
record SquareSchedule(int height, int width) {
  private static final double FIRST_SHARE = 0.8;
  private static final int[] HALVED_AFTER = {10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000};

  /** The share of the image's area that the square of a query should cover. */
  static double share(int query) {
    int halvings = 0;
    while (halvings < HALVED_AFTER.length && query > HALVED_AFTER[halvings]) {
      halvings++;
    }
    return Math.scalb(FIRST_SHARE, -halvings);
  }

  /** The side of a query's square, in pixels. */
  int side(int query) {
    long side = Math.round(Math.sqrt(share(query) * height * width));
    return Math.clamp(side, 1, Math.min(height, width));
  }
}
