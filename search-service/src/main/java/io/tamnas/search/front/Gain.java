package io.tamnas.search.front;

import io.tamnas.search.front.Baseline.Side;
import io.tamnas.search.specification.BaselineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says in words what a search gained over drawing at random, and how little one run proves. */
final class Gain {

  private static final String ONE_RUN =
      "This is one seed and one run; another one may turn out otherwise.";

  private Gain() {}

  /**
   * What was drawn.
   *
   * @param wanted 0 until it is drawn
   * @param draws how many that took; absent where it is not known
   * @param failed those that cannot be measured
   */
  record Drawn(int wanted, int drawn, @Nullable Integer draws, int failed) {

    static final Drawn NOTHING = new Drawn(0, 0, null, 0);

    boolean isShort() {
      return drawn < wanted;
    }

    /** Whether too many draws were in vain; otherwise the space has no more, if that is known. */
    boolean isCut() {
      return isShort() && draws != null && draws > drawn;
    }
  }

  /**
   * In words.
   *
   * @param ahead after how many measurements the search dominated more than all that was drawn
   */
  static String of(BaselineKind kind, Side search, Side random, Drawn all, OptionalInt ahead) {
    return switch (kind) {
      case NONE -> "The job asks for no baseline.";
      case RANDOM -> ofRandom(search, random, all, ahead);
    };
  }

  private static String ofRandom(Side search, Side random, Drawn all, OptionalInt ahead) {
    if (all.wanted() == 0) {
      return "Nothing is drawn yet: that follows the last generation.";
    }
    Double found = search.hypervolume();
    Double baseline = random.hypervolume();
    List<String> sentences = new ArrayList<>();
    if (random.measured() + all.failed() < all.drawn() || found == null || baseline == null) {
      sentences.add(notCompared(random, all));
      sentences.addAll(shortcomings(all));
    } else {
      sentences.add(compared(search, found, random, baseline, ahead));
      sentences.addAll(shortcomings(all));
      if (all.failed() > 0 || all.isCut()) {
        sentences.add("Fewer measurements at random favour NSGA-II.");
      }
      sentences.add(ONE_RUN);
    }
    return String.join(" ", sentences);
  }

  private static String notCompared(Side random, Drawn all) {
    return all.drawn() == 0
        ? "Nothing is compared."
        : "%d of the %d subnets that were drawn are measured."
            .formatted(random.measured(), all.drawn());
  }

  private static String compared(
      Side search, double found, Side random, double baseline, OptionalInt ahead) {
    return "NSGA-II's front of %s dominates a hypervolume of %s, that of %s drawn at random one of %s: %s"
        .formatted(
            subnets(search),
            number(found),
            subnets(random),
            number(baseline),
            verdict(found, baseline, ahead));
  }

  /** Why there are fewer measurements at random than in the search. */
  private static List<String> shortcomings(Drawn all) {
    List<String> sentences = new ArrayList<>();
    if (all.isShort()) {
      sentences.add(
          "Of %d that were wanted %d were drawn%s."
              .formatted(all.wanted(), all.drawn(), shortage(all)));
    }
    if (all.failed() > 0) {
      sentences.add("%d of those drawn cannot be measured.".formatted(all.failed()));
    }
    return sentences;
  }

  private static String shortage(Drawn all) {
    Integer draws = all.draws();
    if (draws == null) {
      return "";
    }
    return all.isCut()
        ? ": %d draws found no more feasible ones".formatted(draws)
        : ": the space has no more feasible ones";
  }

  private static String verdict(double found, double baseline, OptionalInt ahead) {
    if (found == baseline) {
      return "NSGA-II gained nothing.";
    }
    if (found < baseline) {
      return "NSGA-II gained nothing, it is %s behind."
          .formatted(share(baseline - found, baseline));
    }
    String gained =
        baseline > 0
            ? "NSGA-II gained %s".formatted(share(found - baseline, baseline))
            : "NSGA-II gained all of it";
    return ahead.isEmpty()
        ? gained + "."
        : "%s, and was ahead of the whole random search after %d measurements."
            .formatted(gained, ahead.getAsInt());
  }

  private static String subnets(Side side) {
    return side.measured() + (side.measured() == 1 ? " subnet" : " subnets");
  }

  private static String number(double volume) {
    return String.format(Locale.ROOT, "%.4g", volume);
  }

  private static String share(double part, double whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
  }
}
