package io.tamnas.quickstart;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be set, as {@code -Dquickstart.<name>=<value>}. */
enum Setting {
  DATASET("dataset", "shapes (the default), cifar10, cifar100, svhn, mnist or fashion-mnist"),
  DATA("data", "the directory that holds the data set's files"),
  PRESET("preset", "of the search space: tam-nano (the default) or tam"),
  WIDTH("width", "of preset tam: 1, 1/2, 1/4 or 1/8"),
  STEPS("steps", "of the supernet's training"),
  POPULATION("population", "individuals per generation"),
  GENERATIONS("generations", "after the first"),
  IMAGES("images", "on which each subnet is measured"),
  BASELINE("baseline", "random compares a small search with a random one, none does not"),
  FINALISTS("finalists", "of the front, trained, validated and exported; none by default"),
  SEED("seed", "of everything that is random; 1 by default"),
  JOB("job", "a file with a whole specification in JSON, instead of all of the above but data"),
  OUTPUT("output", "the directory for results and logs; ./tamnas-quickstart by default"),
  KEEP("keep", "leaves the services running until Ctrl-C");

  static final String PREFIX = "quickstart.";

  private final String name;
  private final String meaning;

  Setting(String name, String meaning) {
    this.name = name;
    this.meaning = meaning;
  }

  String property() {
    return PREFIX + name;
  }

  static Optional<Setting> of(String property) {
    return Arrays.stream(values()).filter(each -> each.property().equals(property)).findFirst();
  }

  /** One line each. */
  static String help() {
    return Arrays.stream(values())
        .map(setting -> "  -D%-24s %s".formatted(setting.property(), setting.meaning))
        .collect(Collectors.joining("\n"));
  }
}
