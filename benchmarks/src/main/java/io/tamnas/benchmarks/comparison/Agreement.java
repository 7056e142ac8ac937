package io.tamnas.benchmarks.comparison;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;

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
  /**
   * Mean losses: of the first step within a thousandth; over more steps, in which the differences
   * of the last digit grow, within a hundredth.
   */
  LOSSES {
    @Override
    Finding of(JsonObject ours, JsonObject theirs) {
      double[] differences =
          differences(ours.getAsJsonArray("losses"), theirs.getAsJsonArray("losses"));
      double more = Arrays.stream(differences).skip(1).max().orElse(0);
      return new Finding(
          differences[0] <= 1e-3 && more <= 1e-2,
          "losses within %.1e in the first step, %.1e over more".formatted(differences[0], more));
    }
  },
  /** In nothing: the peer does other work to the same end. */
  NONE {
    @Override
    Finding of(JsonObject ours, JsonObject theirs) {
      return new Finding(true, "not the same computation, nothing to compare");
    }
  };

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

  /** Relative differences; no number where one is none. */
  private static double[] differences(JsonArray ours, JsonArray theirs) {
    double[] differences = new double[ours.size()];
    for (int i = 0; i < differences.length; i++) {
      double loss = ours.get(i).getAsDouble();
      differences[i] = Math.abs(loss - theirs.get(i).getAsDouble()) / Math.abs(loss);
    }
    return differences;
  }
}
