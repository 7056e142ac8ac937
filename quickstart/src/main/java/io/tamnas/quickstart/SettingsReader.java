package io.tamnas.quickstart;

import io.tamnas.quickstart.Settings.Afterwards;
import io.tamnas.quickstart.Settings.Composed;
import io.tamnas.quickstart.Settings.DatasetName;
import io.tamnas.quickstart.Settings.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads settings from properties, and finds all that is wrong before it complains. */
final class SettingsReader {

  private static final Set<String> PRESETS = new java.util.TreeSet<>(Set.of("tam-nano", "tam"));
  private static final Set<String> BASELINES = new java.util.TreeSet<>(Set.of("none", "random"));
  private static final Set<Setting> BESIDE_JOB =
      EnumSet.of(Setting.JOB, Setting.DATA, Setting.OUTPUT, Setting.KEEP);

  private final Map<Setting, String> given = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();
  private final Path here;

  private SettingsReader(Map<String, String> properties, Path here) {
    this.here = here;
    new TreeMap<>(properties).forEach(this::take);
  }

  /**
   * @param properties all of them; those of other programs are passed over, empty ones count as
   *     absent
   * @param here what relative paths start from
   * @throws InvalidSettings naming everything that is wrong
   */
  static Settings read(Map<String, String> properties, Path here) {
    return new SettingsReader(properties, here).settings();
  }

  private void take(String property, String value) {
    if (!property.startsWith(Setting.PREFIX)) {
      return;
    }
    Setting.of(property)
        .ifPresentOrElse(
            setting -> {
              if (!value.isBlank()) {
                given.put(setting, value.strip());
              }
            },
            () -> problems.add(property + " is unknown"));
  }

  private Settings settings() {
    Optional<Path> data = text(Setting.DATA).flatMap(text -> path(Setting.DATA, text));
    Settings.Job job = given.containsKey(Setting.JOB) ? written() : composed(data);
    data.filter(directory -> !Files.isDirectory(directory))
        .ifPresent(
            directory -> problem(Setting.DATA, "must be a directory, " + directory + " is none"));
    Path output =
        path(Setting.OUTPUT, text(Setting.OUTPUT).orElse("tamnas-quickstart")).orElse(here);
    Settings settings = new Settings(job, data.map(SettingsReader::real), output, afterwards());
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return settings;
  }

  /** Where links lead: the workers follow none that leaves the directory around the data. */
  private static Path real(Path data) {
    try {
      return data.toRealPath();
    } catch (IOException e) {
      return data; // it is told that this is no directory
    }
  }

  private Settings.Job written() {
    given.keySet().stream()
        .filter(setting -> !BESIDE_JOB.contains(setting))
        .forEach(
            setting -> problem(setting, "is part of the file of quickstart.job; set it there"));
    Path file = text(Setting.JOB).flatMap(text -> path(Setting.JOB, text)).orElse(here);
    if (!Files.isRegularFile(file)) {
      problem(Setting.JOB, "must be a file, " + file + " is none");
    }
    return new Written(file);
  }

  private Settings.Job composed(Optional<Path> data) {
    DatasetName dataset = dataset();
    switch (dataset) {
      case SHAPES ->
          data.ifPresent(path -> problem(Setting.DATA, "is of no use: shapes are drawn, not read"));
      case CIFAR10, CIFAR100, SVHN, MNIST, FASHION_MNIST -> {
        if (data.isEmpty()) {
          problem(
              Setting.DATA, "is missing: name the directory with the files of " + dataset.text());
        }
      }
    }
    return new Composed(
        dataset,
        preset(),
        text(Setting.WIDTH),
        number(Setting.STEPS),
        number(Setting.POPULATION),
        number(Setting.GENERATIONS),
        number(Setting.IMAGES),
        baseline(),
        number(Setting.FINALISTS),
        seed());
  }

  private DatasetName dataset() {
    String text = text(Setting.DATASET).orElse(DatasetName.SHAPES.text());
    return Arrays.stream(DatasetName.values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              problem(Setting.DATASET, "must be %s, is %s".formatted(names(), text));
              return DatasetName.SHAPES;
            });
  }

  private static String names() {
    return Arrays.stream(DatasetName.values())
        .map(DatasetName::text)
        .collect(Collectors.joining(", "));
  }

  private String preset() {
    String preset = text(Setting.PRESET).orElse("tam-nano");
    if (!PRESETS.contains(preset)) {
      problem(Setting.PRESET, "must be %s, is %s".formatted(String.join(" or ", PRESETS), preset));
    }
    if (given.containsKey(Setting.WIDTH) && !preset.equals("tam")) {
      problem(Setting.WIDTH, "is only for preset tam");
    }
    return preset;
  }

  private Optional<String> baseline() {
    Optional<String> baseline = text(Setting.BASELINE);
    baseline
        .filter(word -> !BASELINES.contains(word))
        .ifPresent(
            word ->
                problem(
                    Setting.BASELINE,
                    "must be %s, is %s".formatted(String.join(" or ", BASELINES), word)));
    return baseline;
  }

  private OptionalInt number(Setting setting) {
    Optional<String> text = text(setting);
    try {
      int number = Integer.parseInt(text.orElse("1"));
      if (number >= 1) {
        return text.isPresent() ? OptionalInt.of(number) : OptionalInt.empty();
      }
    } catch (NumberFormatException e) {
      // told below, with numbers that are too small
    }
    problem(setting, "must be a whole number from 1, is " + text.orElse(""));
    return OptionalInt.empty();
  }

  private long seed() {
    String text = text(Setting.SEED).orElse("1");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      problem(Setting.SEED, "must be a whole number, is " + text);
      return 1;
    }
  }

  private Afterwards afterwards() {
    String text = text(Setting.KEEP).orElse("false");
    return switch (text) {
      case "true" -> Afterwards.KEEP;
      case "false" -> Afterwards.STOP;
      default -> {
        problem(Setting.KEEP, "must be true or false, or stand alone, is " + text);
        yield Afterwards.STOP;
      }
    };
  }

  private Optional<Path> path(Setting setting, String text) {
    try {
      return Optional.of(here.resolve(text).toAbsolutePath().normalize());
    } catch (java.nio.file.InvalidPathException e) {
      problem(setting, "is no path: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> text(Setting setting) {
    return Optional.ofNullable(given.get(setting));
  }

  private void problem(Setting setting, String text) {
    problems.add(setting.property() + " " + text);
  }
}
