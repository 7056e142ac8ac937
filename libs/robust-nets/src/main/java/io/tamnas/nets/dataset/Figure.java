package io.tamnas.nets.dataset;

/**
 * The classes of {@code shapes}, told apart by form alone. Each is drawn in a frame of its own: u
 * to the right, v downwards, the origin in the centre, 1024 units to the radius. None reaches
 * beyond a radius, also when tilted as far as {@link Sketch} does.
 */
enum Figure {
  DISC {
    @Override
    boolean covers(int u, int v) {
      return distanceWithin(u, v, 1000);
    }
  },
  RING {
    @Override
    boolean covers(int u, int v) {
      return distanceWithin(u, v, 1000) && !distanceWithin(u, v, 560);
    }
  },
  SQUARE {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH);
    }
  },
  FRAME {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && !boxed(u, v, 480);
    }
  },
  TRIANGLE {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && 2 * Math.abs(u) <= v + HALF_WIDTH;
    }
  },
  CROSS {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && Math.min(Math.abs(u), Math.abs(v)) <= 260;
    }
  },
  SALTIRE {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && Math.abs(Math.abs(u) - Math.abs(v)) <= 360;
    }
  },
  HORIZONTAL_BARS {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && isOddStripe(v);
    }
  },
  VERTICAL_BARS {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && isOddStripe(u);
    }
  },
  CHEQUERS {
    @Override
    boolean covers(int u, int v) {
      return boxed(u, v, HALF_WIDTH) && (u < 0) == (v < 0);
    }
  };

  private static final int HALF_WIDTH = 860;
  private static final int STRIPES = 5;

  abstract boolean covers(int u, int v);

  private static boolean distanceWithin(int u, int v, int radius) {
    return u * u + v * v <= radius * radius;
  }

  private static boolean boxed(int u, int v, int halfWidth) {
    return Math.abs(u) <= halfWidth && Math.abs(v) <= halfWidth;
  }

  private static boolean isOddStripe(int across) {
    return (across + HALF_WIDTH) * STRIPES / (2 * HALF_WIDTH + 1) % 2 == 0;
  }
}
