package io.tamnas.chaos.job;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.SearchApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a job has found and that a disturbance must not change, as the public API tells it:
 * everything but identifiers, times and what a machine took.
 *
 * @param parts what is compared, by its name
 */
public record Found(Map<String, JsonNode> parts) {

  private static final List<String> TAKEN =
      List.of("latencyMillis", "peakMemoryBytes", "createdAt", "endedAt", "links");

  public Found {
    parts = Map.copyOf(parts);
  }

  /** Of a job that has succeeded. */
  public static Found of(SearchApi api, String job) throws InterruptedException {
    JobStatus status = api.status(job);
    if (status.state() != JobStatus.State.SUCCEEDED) {
      throw new IllegalStateException(
          "the job is %s: %s".formatted(status.state(), status.failure()));
    }
    String path = "/api/v1/search-jobs/" + job;
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    JsonNode front = read(api, path + "/front");
    for (String member : List.of("individuals", "protocol", "supernet")) {
      parts.put("front " + member, front.path(member));
    }
    for (int number = 0; number <= status.generations(); number++) {
      parts.put("generation " + number, read(api, path + "/generations/" + number));
    }
    parts.put("generations", read(api, path + "/generations"));
    parts.put("finalists", without(read(api, path + "/finalists").path("items"), TAKEN));
    parts.put("baseline", without(read(api, path + "/baseline"), List.of("job")));
    parts.put("correlation", without(read(api, path + "/correlation"), List.of("job")));
    return new Found(parts);
  }

  /** The names of the parts in which another one differs. */
  public List<String> differences(Found other) {
    List<String> names = new ArrayList<>();
    parts.keySet().stream()
        .sorted()
        .filter(name -> !Objects.equals(parts.get(name), other.parts.get(name)))
        .forEach(names::add);
    return names;
  }

  /** SHA-256 of the supernet. */
  public String supernet() {
    return Objects.requireNonNull(parts.get("front supernet")).asString();
  }

  private static JsonNode read(SearchApi api, String path) throws InterruptedException {
    return JsonMapper.shared().readTree(api.content(path));
  }

  private static JsonNode without(JsonNode node, List<String> members) {
    if (node instanceof ObjectNode object) {
      object.remove(members);
    }
    node.forEach(inner -> without(inner, members));
    return node;
  }
}
