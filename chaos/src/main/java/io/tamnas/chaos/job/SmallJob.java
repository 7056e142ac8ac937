package io.tamnas.chaos.job;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search that takes seconds and has everything that a long one has.
 *
 * @param seed of everything that is random in it
 * @param generations that follow generation 0
 * @param baseline what the search is compared with
 * @param finalists how many members of the front become networks of their own
 */
public record SmallJob(int seed, int generations, Baseline baseline, int finalists) {

  /** What a search is compared with. */
  public enum Baseline {
    NONE,
    RANDOM;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One in which nothing follows the search. */
  public static SmallJob ofSearch(int seed, int generations) {
    return new SmallJob(seed, generations, Baseline.NONE, 0);
  }

  /** Whether something follows the search. */
  public boolean hasFinale() {
    return baseline == Baseline.RANDOM || finalists > 0;
  }

  /** As a file name. */
  public String text() {
    return "seed-%d-generations-%d-baseline-%s-finalists-%d"
        .formatted(seed, generations, baseline.text(), finalists);
  }

  /** For a table. */
  public String title() {
    return "%d generations%s%s"
        .formatted(
            generations,
            switch (baseline) {
              case NONE -> "";
              case RANDOM -> ", random search";
            },
            finalists == 0 ? "" : ", %d finalists".formatted(finalists));
  }

  ObjectNode specification() {
    ObjectNode document = JsonMapper.shared().readValue(SPECIFICATION, ObjectNode.class);
    document.put("seed", seed);
    document
        .withObjectProperty("search")
        .put("generations", generations)
        .put("baseline", baseline.text());
    if (finalists == 0) {
      document.remove("finalists");
    } else {
      document.withObjectProperty("finalists").put("count", finalists);
    }
    return document;
  }

  private static final String SPECIFICATION =
      """
      {"name": "chaos",
       "dataset": {"name": "shapes", "validationImages": 128,
                   "shapes": {"imageSize": 16, "trainingImages": 640, "testImages": 64, "seed": 5}},
       "space": {"preset": "tam-nano"},
       "training": {"steps": 150, "batchSize": 32},
       "search": {"population": 6},
       "evaluation": {"images": 64, "batchSize": 32,
                      "recalibrationImages": 128, "recalibrationBatch": 64,
                      "attack": {"method": "pgd", "epsilon": "8/255", "stepSize": "2/255", "steps": 10}},
       "finalists": {"training": {"steps": 30, "batchSize": 32},
                     "selection": {"interval": 10, "images": 32},
                     "validation": {"images": 32, "attack": {"method": "apgd-ce", "steps": 5}}}}\
      """;
}
