package io.tamnas.search.specification;

import io.tamnas.protocol.training.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads {@code /training/loss}. */
final class LossReader {
  private static final Interval WEIGHT = Interval.closed(0, 1000);

  /** The words for what is minimized. */
  enum Kind {
    CROSS_ENTROPY("adversarial-cross-entropy"),
    TRADES("trades"),
    ALP("alp"),
    MART("mart");

    static final Words<Kind> WORDS = new Words<>(Arrays.asList(values()), kind -> kind.text);

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    static Kind of(Loss loss) {
      return switch (loss) {
        case Loss.CrossEntropy _ -> CROSS_ENTROPY;
        case Loss.Trades _ -> TRADES;
        case Loss.Alp _ -> ALP;
        case Loss.Mart _ -> MART;
      };
    }

    String text() {
      return text;
    }
  }

  private static final Owners OWNERS =
      new Owners(
          "kind",
          Map.of(
              "beta", List.of(Kind.TRADES.text, Kind.MART.text), "lambda", List.of(Kind.ALP.text)));

  private final Section section;

  LossReader(Section section) {
    this.section = section;
  }

  Loss read() {
    Kind kind = section.word("kind", Kind.WORDS, Kind.CROSS_ENTROPY);
    double smoothing = section.number("labelSmoothing", Interval.below(0, 1), 0);
    if (!section.trusts("kind")) {
      return new Loss.CrossEntropy(smoothing);
    }
    section.choose(OWNERS, kind.text);
    Loss loss =
        switch (kind) {
          case CROSS_ENTROPY -> new Loss.CrossEntropy(smoothing);
          case TRADES -> new Loss.Trades(weight("beta", Defaults.TRADES_BETA), smoothing);
          case ALP -> new Loss.Alp(weight("lambda", Defaults.ALP_LAMBDA), smoothing);
          case MART -> new Loss.Mart(weight("beta", Defaults.MART_BETA), smoothing);
        };
    section.finish();
    return loss;
  }

  private double weight(String name, double usual) {
    return section.number(name, WEIGHT, usual);
  }
}
