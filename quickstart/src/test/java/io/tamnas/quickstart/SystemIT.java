package io.tamnas.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.quickstart.front.Front;
import io.tamnas.quickstart.house.Build;
import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.house.Platform;
import io.tamnas.quickstart.house.Premises;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import io.tamnas.quickstart.job.SearchApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One small job through three processes and PostgreSQL, undisturbed and with the evaluator killed.
 */
class SystemIT {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int GENERATIONS = 2;
  private static final int IMAGES = 64;

  @TempDir private static Path base;

  private static JsonNode undisturbed = JsonMapper.shared().nullNode();

  @BeforeAll
  static void runUndisturbed() throws InterruptedException {
    try (House house = new House(GRACE)) {
      Platform platform = start(house, "undisturbed");
      SearchApi api = new SearchApi(platform.address());
      JobStatus job = awaitEnd(api, api.submit(specification(), new UUID(0, 1)).id());
      assertThat(job.state()).as("failure: %s", job.failure()).isEqualTo(State.SUCCEEDED);
      undisturbed = api.frontDocument(job.id());
    }
  }

  @Test
  void findsSubnetsNoneOfWhichBeatsAnother() throws InterruptedException {
    Front front = new SearchApi(java.net.URI.create("http://127.0.0.1")).front(undisturbed);

    assertThat(front.individuals()).isNotEmpty();
    assertThat(front.individuals())
        .allSatisfy(
            individual -> {
              assertThat(individual.parameters()).isPositive();
              assertThat(individual.multiplyAdds()).isGreaterThan(individual.parameters());
              assertThat(individual.clean().images()).isEqualTo(IMAGES);
              assertThat(individual.adversarial().correct())
                  .isBetween(0, individual.clean().correct());
            });
    for (Front.Individual one : front.individuals()) {
      assertThat(front.individuals()).noneMatch(other -> beats(other, one));
    }
    assertThat(front.protocol().text()).contains("8/255", Integer.toString(IMAGES));
  }

  @Test
  void givesTheSameFrontWhereTheEvaluatorIsKilledInMidSearch() throws InterruptedException {
    try (House house = new House(GRACE)) {
      Platform platform = start(house, "disturbed");
      SearchApi api = new SearchApi(platform.address());
      String job = api.submit(specification(), new UUID(0, 2)).id();
      await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> api.status(job).measured() >= 2);

      platform.killEvaluator();
      assertThat(api.status(job).state()).isEqualTo(State.SEARCHING);
      platform.startEvaluatorAgain();

      assertThat(awaitEnd(api, job).state()).isEqualTo(State.SUCCEEDED);
      JsonNode front = api.frontDocument(job);
      assertThat(front.path("individuals")).isEqualTo(undisturbed.path("individuals"));
      assertThat(front.path("supernet")).isEqualTo(undisturbed.path("supernet"));
      assertThat(front.path("protocol")).isEqualTo(undisturbed.path("protocol"));
    }
  }

  private static Platform start(House house, String name) {
    Path files = base.resolve(name).resolve("run");
    Path logs = Path.of("target", "system-test", name).toAbsolutePath();
    return Platform.start(house, Premises.of(Build.ofProperties(), files, logs, Optional.empty()));
  }

  private static JobStatus awaitEnd(SearchApi api, String job) {
    return await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> api.status(job), status -> status.state().isEnd());
  }

  private static boolean beats(Front.Individual winner, Front.Individual loser) {
    boolean nowhereWorse =
        winner.adversarial().correct() >= loser.adversarial().correct()
            && winner.clean().correct() >= loser.clean().correct()
            && winner.parameters() <= loser.parameters();
    boolean somewhereBetter =
        winner.adversarial().correct() > loser.adversarial().correct()
            || winner.clean().correct() > loser.clean().correct()
            || winner.parameters() < loser.parameters();
    return nowhereWorse && somewhereBetter;
  }

  private static JsonNode specification() {
    return JsonMapper.shared()
        .readTree(
            """
            {"name": "system test", "seed": 3,
             "dataset": {"name": "shapes", "validationImages": 128,
                         "shapes": {"imageSize": 16, "trainingImages": 640, "testImages": 64, "seed": 5}},
             "space": {"preset": "tam-nano"},
             "training": {"steps": 30, "batchSize": 32},
             "search": {"population": 6, "generations": %d},
             "evaluation": {"images": %d, "batchSize": 32,
                            "recalibrationImages": 128, "recalibrationBatch": 64,
                            "attack": {"method": "pgd", "epsilon": "8/255", "stepSize": "2/255", "steps": 4}}}"""
                .formatted(GENERATIONS, IMAGES));
  }
}
