package io.tamnas.search.task;

import java.util.Optional;

/** What is asked for in interleavings and races: small searches. */
final class FencingJobs {

  private FencingJobs() {}

  /** Trains a supernet first, unless there is one. */
  static String specification(
      long seed, int population, int generations, Optional<String> supernet) {
    return """
        {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"}, "seed": %d, %s
         "search": {"population": %d, "generations": %d, "baseline": "none"},
         "evaluation": {"images": 256}}
        """
        .formatted(
            seed,
            supernet.map("\"supernet\": {\"artifact\": \"%s\"},"::formatted).orElse(""),
            population,
            generations);
  }
}
