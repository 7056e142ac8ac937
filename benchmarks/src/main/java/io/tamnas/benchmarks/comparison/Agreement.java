package io.tamnas.benchmarks.comparison;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** In what the outcomes of a pair of turns must agree. */
public enum Agreement {
  /** The same mark for every image. */
  VERDICTS {
    @Override
    Finding of(JsonObject ours, JsonObject theirs) {
      String mine = ours.get("verdicts").getAsString();
      String other = theirs.get("verdicts").getAsString();
      long differing = differing(mine, other);
      return new Finding(
          differing == 0,
          "%d of %d verdicts equal".formatted(mine.length() - differing, mine.length()));
    }
  },
  /** Counts of robust images that differ by at most 2. */
  ROBUST_COUNT {
    @Override
    Finding of(JsonObject ours, JsonObject theirs) {
      long mine = robust(ours);
      long other = robust(theirs);
      return new Finding(
          Math.abs(mine - other) <= 2, "%d and %d images robust".formatted(mine, other));
    }
  },
  /** Losses of the first steps that differ by at most a thousandth. */
  LOSSES {
    @Override
    Finding of(JsonObject ours, JsonObject theirs) {
      double first = difference(ours, theirs, FIRST_STEPS);
      double all = difference(ours, theirs, Integer.MAX_VALUE);
      return new Finding(
          first <= 1e-3,
          "losses differ by at most %.1e in the first %d steps, %.1e in all"
              .formatted(first, FIRST_STEPS, all));
    }
  },
  /** In nothing: the peer does other work to the same end. */
  NONE {
    @Override
    Finding of(JsonObject ours, JsonObject theirs) {
      return new Finding(true, "not the same computation, nothing to compare");
    }
  };

  private static final int FIRST_STEPS = 3;

  /**
   * How far the outcomes agree.
   *
   * @param holds whether it is enough
   */
  public record Finding(boolean holds, String text) {}

  abstract Finding of(JsonObject ours, JsonObject theirs);

  private static long differing(String left, String right) {
    if (left.length() != right.length()) {
      return Math.max(left.length(), right.length());
    }
    long differing = 0;
    for (int i = 0; i < left.length(); i++) {
      differing += left.charAt(i) == right.charAt(i) ? 0 : 1;
    }
    return differing;
  }

  private static long robust(JsonObject outcome) {
    return outcome.get("verdicts").getAsString().chars().filter(mark -> mark == '1').count();
  }

  /** The greatest relative difference; no number where one is none. */
  private static double difference(JsonObject ours, JsonObject theirs, int steps) {
    JsonArray mine = ours.getAsJsonArray("losses");
    JsonArray other = theirs.getAsJsonArray("losses");
    if (mine.size() != other.size()) {
      return Double.NaN;
    }
    double greatest = 0;
    for (int i = 0; i < Math.min(steps, mine.size()); i++) {
      double loss = mine.get(i).getAsDouble();
      greatest = Math.max(greatest, Math.abs(loss - other.get(i).getAsDouble()) / Math.abs(loss));
    }
    return greatest;
  }
}
