package io.tamnas.search.specification;

import io.tamnas.protocol.training.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads {@code /training/paths}. */
final class PathsReader {
  private static final Range BINS = new Range(2, 100);
  private static final Range PATHS = new Range(1, 16);
  private static final Range SOURCES = new Range(2, 16);

  /** The words for how paths are drawn. */
  enum Policy {
    UNIFORM("uniform"),
    PARAMETER_BINS("parameter-bins"),
    SANDWICH("sandwich");

    static final Words<Policy> WORDS = new Words<>(Arrays.asList(values()), policy -> policy.text);

    private final String text;

    Policy(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** The words for whose gradient crafts. */
  enum Source {
    OWN("own"),
    LARGEST("largest"),
    SMALLEST("smallest"),
    RANDOM_OTHER("random-other"),
    MEAN("mean");

    static final Words<Source> WORDS = new Words<>(Arrays.asList(values()), source -> source.text);

    private final String text;

    Source(String text) {
      this.text = text;
    }

    static Source of(Paths.Source source) {
      return switch (source) {
        case Paths.Own _ -> OWN;
        case Paths.Largest _ -> LARGEST;
        case Paths.Smallest _ -> SMALLEST;
        case Paths.RandomOther _ -> RANDOM_OTHER;
        case Paths.Mean _ -> MEAN;
      };
    }

    String text() {
      return text;
    }
  }

  private static final Owners OF_POLICY =
      new Owners("policy", Map.of("bins", List.of(Policy.PARAMETER_BINS.text)));
  private static final Owners OF_SOURCE =
      new Owners("source", Map.of("sources", List.of(Source.MEAN.text)));

  private final Section section;

  PathsReader(Section section) {
    this.section = section;
  }

  Paths read() {
    Policy policy = section.word("policy", Policy.WORDS, Policy.UNIFORM);
    Source source = section.word("source", Source.WORDS, Source.OWN);
    boolean sandwich = policy == Policy.SANDWICH;
    Paths paths =
        new Paths(
            policy(policy),
            section.wholeNumber(
                "perStep", PATHS, sandwich ? Defaults.SANDWICH_PATHS : Defaults.PATHS_PER_STEP),
            section.wholeNumber("perBatch", PATHS, Defaults.PATHS_PER_BATCH),
            source(source));
    section.finish();
    check(paths);
    return paths;
  }

  private Paths.Policy policy(Policy policy) {
    if (!isKnown("policy", "bins")) {
      return new Paths.Uniform();
    }
    section.choose(OF_POLICY, policy.text);
    return switch (policy) {
      case UNIFORM -> new Paths.Uniform();
      case PARAMETER_BINS ->
          new Paths.ParameterBins(section.wholeNumber("bins", BINS, Defaults.PARAMETER_BINS));
      case SANDWICH -> new Paths.Sandwich();
    };
  }

  private Paths.Source source(Source source) {
    if (!isKnown("source", "sources")) {
      return new Paths.Own();
    }
    section.choose(OF_SOURCE, source.text);
    return switch (source) {
      case OWN -> new Paths.Own();
      case LARGEST -> new Paths.Largest();
      case SMALLEST -> new Paths.Smallest();
      case RANDOM_OTHER -> new Paths.RandomOther();
      case MEAN -> new Paths.Mean(section.wholeNumber("sources", SOURCES, Defaults.MEAN_SOURCES));
    };
  }

  /** Whether a choice could be read; of one that could not, its member may be right. */
  private boolean isKnown(String choice, String member) {
    boolean known = section.trusts(choice);
    if (!known) {
      section.member(member);
    }
    return known;
  }

  private void check(Paths paths) {
    if (paths.policy() instanceof Paths.Sandwich
        && paths.perStep() < 2
        && section.trusts("perStep", "policy")) {
      section
          .findings()
          .add(
              section.pointer("perStep"),
              "must be at least 2 where \"policy\" is \"sandwich\", for the largest and the"
                  + " smallest path, is "
                  + paths.perStep());
    } else if (paths.perStep() % paths.perBatch() != 0 && section.trusts("perStep", "perBatch")) {
      section
          .findings()
          .add(
              section.pointer("perBatch"),
              "must divide \"perStep\", which is %d, into equal groups, is %d"
                  .formatted(paths.perStep(), paths.perBatch()));
    }
  }
}
