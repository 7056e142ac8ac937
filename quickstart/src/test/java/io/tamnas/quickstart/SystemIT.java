package io.tamnas.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.onnxruntime.OrtException;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.dataset.Images;
import io.tamnas.quickstart.front.Front;
import io.tamnas.quickstart.house.Build;
import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.house.Platform;
import io.tamnas.quickstart.house.Platform.Member;
import io.tamnas.quickstart.house.Premises;
import io.tamnas.quickstart.job.Finalist;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import io.tamnas.quickstart.job.SearchApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One small job through three processes and PostgreSQL, undisturbed and with each process killed,
 * and jobs on data sets that cannot be read.
 */
class SystemIT {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int GENERATIONS = 2;
  private static final int IMAGES = 64;
  private static final int RECORD = 3073;

  @TempDir private static Path base;

  private static JsonNode undisturbed = JsonMapper.shared().nullNode();
  private static JsonNode baseline = JsonMapper.shared().nullNode();
  private static JsonNode correlation = JsonMapper.shared().nullNode();
  private static List<Finalist> finalists = List.of();
  private static JsonNode networks = JsonMapper.shared().nullNode();
  private static JsonNode manifest = JsonMapper.shared().nullNode();
  private static final Map<String, byte[]> files = new HashMap<>();
  private static String page = "";

  private static final Map<String, JobStatus> refused = new HashMap<>();

  @BeforeAll
  static void runUndisturbed() throws InterruptedException, IOException {
    writeCifar10("truncated", "data_batch_1.bin", new byte[2 * RECORD - 5]);
    writeCifar10("truncated", "test_batch.bin", new byte[2 * RECORD]);
    byte[] mislabelled = new byte[2 * RECORD];
    mislabelled[RECORD] = 11;
    writeCifar10("mislabelled", "data_batch_1.bin", mislabelled);
    writeCifar10("mislabelled", "test_batch.bin", new byte[2 * RECORD]);
    writeCifar10("untested", "data_batch_1.bin", new byte[2 * RECORD]);
    try (House house = new House(GRACE)) {
      Platform platform = start(house, "undisturbed");
      SearchApi api = new SearchApi(platform.address());
      JobStatus job = awaitEnd(api, api.submit(specification(), new UUID(0, 1)).id());
      assertThat(job.state()).as("failure: %s", job.failure()).isEqualTo(State.SUCCEEDED);
      undisturbed = api.frontDocument(job.id());
      baseline = document(api, job.id(), "baseline");
      correlation = document(api, job.id(), "correlation");
      finalists = api.finalists(job.id());
      networks = document(api, job.id(), "finalists").at("/items/0/networks");
      manifest = document(api, job.id(), "finalists/1/scratch/manifest.json");
      for (Finalist.Network network : finalists.getFirst().networks()) {
        files.put(network.start(), api.content(network.links().model()));
      }
      page = new String(api.report(job.id()), UTF_8);
      for (String directory : List.of("missing", "truncated", "mislabelled", "untested")) {
        refused.put(directory, awaitEnd(api, submitCifar10(api, directory)));
      }
    }
  }

  @Test
  void findsSubnetsNoneOfWhichBeatsAnother() throws InterruptedException {
    Front front = new SearchApi(URI.create("http://127.0.0.1")).front(undisturbed);

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
  void exportsFinalistsOfBothStarts() {
    assertThat(finalists).hasSize(1);
    assertThat(finalists.getFirst().networks())
        .hasSize(2)
        .allSatisfy(
            network -> {
              assertThat(network.stage()).as("%s", network.failure()).isEqualTo("FINISHED");
              assertThat(Objects.requireNonNull(network.validated()).protocol())
                  .contains("APGD-CE-3", "32 test images");
              assertThat(Objects.requireNonNull(network.exported()).bytes()).isPositive();
            });
  }

  @Test
  void exportsFilesThatGiveAStrangerTheReportedAccuracy() throws OrtException {
    Images images =
        Datasets.open(new DatasetSource.Shapes(16, 640, 64, 5), new Division(128, 3)).test();

    assertThat(networks).hasSize(2);
    for (JsonNode network : networks) {
      JsonNode clean = network.at("/validated/clean");
      byte[] file = Objects.requireNonNull(files.get(network.get("start").asString()));

      assertThat(clean.get("images").asInt()).isEqualTo(32);
      assertThat(Stranger.correct(file, images, 16, 32))
          .as(network.get("start").asString())
          .isEqualTo(clean.get("correct").asInt());
    }
  }

  @Test
  void namesTheCodeOfEveryProcess() {
    JsonNode origins = manifest.get("origins");
    String service = origins.get("service").asString();

    assertThat(service)
        .matches(Pattern.quote(System.getProperty("tamnas.version")) + "\\+[\\w.-]+");
    for (String step : List.of("supernet", "training", "validation", "export")) {
      assertThat(origins.at("/" + step + "/0/version").asString()).as(step).isEqualTo(service);
    }
  }

  @Test
  void measuresAsManyAtRandomAsWereSearched() {
    assertThat(baseline.at("/random/measured").asInt())
        .isEqualTo(baseline.at("/search/measured").asInt())
        .isPositive();
    assertThat(baseline.get("individuals")).isNotEmpty();
  }

  @Test
  void trainsSomeForAShortTimeAndMeasuresThemLikeTheSearch() {
    assertThat(correlation.at("/adversarial/pairs").asInt())
        .as(correlation::toPrettyString)
        .isEqualTo(2);
    assertThat(correlation.at("/items/0/standAlone/clean/images").asInt()).isEqualTo(IMAGES);
  }

  @Test
  void reportsOnOnePage() {
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("32 test images", "<svg", "learn from its soft labels");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing | there is no directory 'missing'",
        "truncated | data_batch_1.bin has 6141 bytes: 1 records of 3073 bytes and 3068 bytes more",
        "mislabelled | data_batch_1.bin: record 1 (byte 3073) has label 11; labels are 0 to 9",
        "untested | test_batch.bin is missing"
      })
  void tellsWhatIsWrongWithADataSet(String directory, String reason) {
    JobStatus job = Objects.requireNonNull(refused.get(directory));

    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(Objects.requireNonNull(job.failure()).reason()).contains(reason);
  }

  @Test
  @Tag("chaos")
  @Tag("long")
  void givesTheSameFrontWhereEachProcessIsKilledInMidWork() throws InterruptedException {
    try (House house = new House(GRACE)) {
      Platform platform = start(house, "disturbed");
      SearchApi api = new SearchApi(platform.address());
      String job = api.submit(specification(), new UUID(0, 2)).id();
      awaitStatus(api, job, now -> now.state() == State.TRAINING_SUPERNET);
      platform.kill(Member.TRAINER);
      assertThat(api.status(job).state()).isEqualTo(State.TRAINING_SUPERNET);
      platform.startAgain(Member.TRAINER);

      awaitStatus(api, job, now -> now.measured() >= 2);
      assertThat(api.status(job).state()).isEqualTo(State.SEARCHING);
      platform.kill(Member.SEARCH_SERVICE);
      platform.startAgain(Member.SEARCH_SERVICE);
      platform.kill(Member.EVALUATOR);
      platform.startAgain(Member.EVALUATOR);

      assertThat(awaitEnd(api, job).state()).isEqualTo(State.SUCCEEDED);
      JsonNode front = api.frontDocument(job);
      assertThat(front.path("individuals")).isEqualTo(undisturbed.path("individuals"));
      assertThat(front.path("supernet")).isEqualTo(undisturbed.path("supernet"));
      assertThat(front.path("protocol")).isEqualTo(undisturbed.path("protocol"));
      JsonNode drawn = document(api, job, "baseline");
      assertThat(drawn.get("individuals")).isEqualTo(baseline.get("individuals"));
      assertThat(drawn.get("random")).isEqualTo(baseline.get("random"));
      assertThat(document(api, job, "correlation").get("items"))
          .isEqualTo(correlation.get("items"));
      assertThat(files(api.finalists(job))).isEqualTo(files(finalists));
    }
  }

  private static Platform start(House house, String name) {
    Path files = base.resolve(name).resolve("run");
    Path logs = Path.of("target", "system-test", name).toAbsolutePath();
    return Platform.start(
        house, Premises.of(Build.ofProperties(), files, logs, Optional.of(data())));
  }

  private static Path data() {
    return base.resolve("data");
  }

  private static void writeCifar10(String directory, String name, byte[] records)
      throws IOException {
    Files.write(Files.createDirectories(data().resolve(directory)).resolve(name), records);
  }

  private static String submitCifar10(SearchApi api, String directory) throws InterruptedException {
    ObjectNode specification = JsonMapper.shared().createObjectNode();
    specification.putObject("dataset").put("name", "cifar10").put("directory", directory);
    return api.submit(specification, UUID.nameUUIDFromBytes(directory.getBytes(UTF_8))).id();
  }

  private static JsonNode document(SearchApi api, String job, String name)
      throws InterruptedException {
    return JsonMapper.shared().readTree(api.content("/api/v1/search-jobs/" + job + "/" + name));
  }

  private static void awaitStatus(SearchApi api, String job, Predicate<JobStatus> wanted) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> wanted.test(api.status(job)));
  }

  private static JobStatus awaitEnd(SearchApi api, String job) {
    return await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> api.status(job), status -> status.state().isEnd());
  }

  /** SHA-256 of the exported files. */
  private static List<String> files(List<Finalist> finalists) {
    return finalists.stream()
        .flatMap(finalist -> finalist.networks().stream())
        .map(network -> Objects.requireNonNull(network.exported()).artifact())
        .toList();
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
                            "attack": {"method": "pgd", "epsilon": "8/255", "stepSize": "2/255", "steps": 4}},
             "correlation": {"subnets": 2, "training": {"steps": 4, "batchSize": 32}},
             "finalists": {"count": 1, "training": {"steps": 12, "batchSize": 32},
                           "selection": {"interval": 6, "images": 32},
                           "distillation": {"teacher": {"genotype": "largest"}},
                           "validation": {"images": 32, "attack": {"method": "apgd-ce", "steps": 3}}}}"""
                .formatted(GENERATIONS, IMAGES));
  }
}
