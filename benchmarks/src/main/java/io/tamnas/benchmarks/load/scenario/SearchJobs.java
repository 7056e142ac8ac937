package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.wire.Client;
import io.tamnas.benchmarks.load.wire.Message;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Search jobs as people submit and follow them. */
final class SearchJobs {

  private static final Map<String, String> HEADERS =
      Map.of("host", "localhost", "content-type", "application/json");

  private final Client client;

  SearchJobs(Client client) {
    this.client = client;
  }

  /**
   * Submits a job with defaults for all else.
   *
   * @param seed one of its own gives a job a supernet of its own, so that nothing is known of its
   *     subnets
   */
  UUID submit(int population, int generations, int seed) {
    String body =
        """
        {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"}, "seed": %d,
         "search": {"population": %d, "generations": %d, "baseline": "none"}}
        """
            .formatted(seed, population, generations);
    Message answer = client.call("POST", "/api/v1/search-jobs", HEADERS, body);
    if (answer.status() != 202) {
      throw new IllegalStateException(answer.start() + " " + answer.body());
    }
    return UUID.fromString(JsonMapper.shared().readTree(answer.body()).get("id").asString());
  }

  /**
   * What there is of a job.
   *
   * @param path begins with its id
   * @throws IllegalStateException where the answer is no success
   */
  String get(String path) {
    Message answer = client.call("GET", "/api/v1/search-jobs/" + path, HEADERS, "");
    if (answer.status() != 200) {
      throw new IllegalStateException("GET " + path + ": " + answer.start() + " " + answer.body());
    }
    return answer.body();
  }

  /** Waits until the job has succeeded. */
  void await(UUID job) throws InterruptedException {
    String state = state(job);
    while (!state.equals("SUCCEEDED")) {
      if (state.equals("FAILED") || state.equals("PAUSED") || state.equals("CANCELLED")) {
        throw new IllegalStateException(get(job.toString()));
      }
      TimeUnit.MILLISECONDS.sleep(250);
      state = state(job);
    }
  }

  private String state(UUID job) {
    JsonNode status = JsonMapper.shared().readTree(get(job.toString()));
    return status.get("state").asString();
  }
}
