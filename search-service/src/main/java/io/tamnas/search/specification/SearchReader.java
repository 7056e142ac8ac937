package io.tamnas.search.specification;

import java.util.List;
import java.util.OptionalDouble;

/** Reads {@code /search}. */
final class SearchReader {

  private static final Range POPULATION = new Range(4, 4000);
  static final Range GENERATIONS = new Range(1, 1000);
  private static final Range COST = new Range(1, Long.MAX_VALUE);
  private static final Interval LATENCY = Interval.above(0, 1_000_000);
  private static final Interval PROBABILITY = Interval.closed(0, 1);

  private final Section section;

  SearchReader(Section section) {
    this.section = section;
  }

  /**
   * @param genes of a genotype; by default one of them mutates
   */
  SearchSettings read(Defaults defaults, int genes) {
    int population = section.wholeNumber("population", POPULATION, defaults.search().population());
    int generations =
        section.wholeNumber("generations", GENERATIONS, defaults.search().generations());
    SearchSettings settings =
        new SearchSettings(
            population,
            generations,
            objectives(),
            constraints(section.section("constraints")),
            crossover(section.section("crossover")),
            section.number("mutationProbability", PROBABILITY, 1.0 / genes),
            section.word("baseline", Words.BASELINE, Defaults.baseline(population, generations)));
    if (settings.mutationProbability() == 0 && settings.crossover().probability() == 0) {
      section
          .findings()
          .add(
              section.pointer("mutationProbability"),
              "must be above 0 where crossover has probability 0, or every child would be a copy");
    }
    section.finish();
    return settings;
  }

  private List<ObjectiveName> objectives() {
    Range size = new Range(2, ObjectiveName.values().length);
    return section
        .list("objectives", size)
        .map(items -> Choices.distinct(items, item -> item.word(Words.OBJECTIVE)))
        .orElse(Defaults.OBJECTIVES);
  }

  private static Constraints constraints(Section section) {
    Constraints constraints =
        new Constraints(
            section.longNumber("maxParameters", COST),
            section.longNumber("maxMultiplyAdds", COST),
            section
                .member("maxLatencyMillis")
                .map(item -> item.number(LATENCY))
                .orElseGet(OptionalDouble::empty));
    section.finish();
    return constraints;
  }

  private static Crossover crossover(Section section) {
    Crossover usual = Defaults.CROSSOVER;
    Crossover crossover =
        new Crossover(
            section.word("kind", Words.CROSSOVER, usual.kind()),
            section.number("probability", PROBABILITY, usual.probability()));
    section.finish();
    return crossover;
  }
}
