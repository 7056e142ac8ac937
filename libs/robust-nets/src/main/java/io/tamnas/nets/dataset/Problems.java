package io.tamnas.nets.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with the files of one data set, collected so that all can be said at once. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(String problem) {
    found.add(problem);
  }

  int count() {
    return found.size();
  }

  /** The result, or nothing where it was refused; the refusal's problems are kept. */
  <T> Optional<T> collect(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidDatasetException refused) {
      found.addAll(refused.problems());
      return Optional.empty();
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidDatasetException(found);
    }
  }
}
