package io.tamnas.search.front;

import io.tamnas.search.front.Baseline.Side;
import io.tamnas.search.front.Baseline.Step;
import io.tamnas.search.specification.BaselineKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words what a search gained over drawing at random, and how little one run proves. */
final class Gain {

  private static final String ONE_RUN =
      " This is one seed and one run; another one may turn out otherwise.";

  private Gain() {}

  static String of(BaselineKind kind, Side search, Side random, int drawn) {
    return switch (kind) {
      case NONE -> "The job asks for no baseline.";
      case RANDOM -> ofRandom(search, random, drawn);
    };
  }

  private static String ofRandom(Side search, Side random, int drawn) {
    Double found = search.hypervolume();
    Double baseline = random.hypervolume();
    if (drawn == 0) {
      return "Nothing is drawn yet: that follows the last generation.";
    }
    if (random.measured() < drawn || found == null || baseline == null) {
      return "%d of the %d subnets that were drawn are measured."
          .formatted(random.measured(), drawn);
    }
    return "%s dominates a hypervolume of %s, %s one of %s: %s%s"
        .formatted(
            "NSGA-II's front of " + subnets(search),
            number(found),
            "that of " + subnets(random) + " drawn at random",
            number(baseline),
            verdict(found, baseline, search),
            ONE_RUN);
  }

  private static String verdict(double found, double baseline, Side search) {
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
    Step passed = firstAbove(search, baseline);
    return passed == null
        ? gained + "."
        : "%s, and was ahead of the whole random search after %d measurements."
            .formatted(gained, passed.measurements());
  }

  private static @Nullable Step firstAbove(Side search, double volume) {
    return search.steps().stream()
        .filter(step -> step.hypervolume() > volume)
        .findFirst()
        .orElse(null);
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
