package io.tamnas.chaos.job;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.SearchApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a job has found and that a disturbance must not change, as the public API tells it:
 * everything but identifiers, times and what a machine took.
 *
 * @param parts what is compared, by its name
 */
public record Found(Map<String, JsonNode> parts) {

  private static final List<String> TAKEN =
      List.of("latencyMillis", "latencySpread", "peakMemoryBytes", "createdAt", "endedAt", "links");

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

  /** Where another one differs: of each part that does, its name and the first place in it. */
  public List<String> differences(Found other) {
    List<String> places = new ArrayList<>();
    parts.keySet().stream()
        .sorted()
        .forEach(
            name ->
                difference(parts.get(name), other.parts.get(name))
                    .ifPresent(place -> places.add(name + place)));
    return places;
  }

  /** The JSON pointer to the first difference, the shortest that tells it. */
  private static Optional<String> difference(@Nullable JsonNode one, @Nullable JsonNode other) {
    if (Objects.equals(one, other)) {
      return Optional.empty();
    }
    if (one instanceof ObjectNode object && other instanceof ObjectNode) {
      return object.propertyNames().stream()
          .flatMap(
              name ->
                  difference(object.get(name), other.get(name))
                      .map(place -> '/' + name + place)
                      .stream())
          .findFirst()
          .or(() -> Optional.of(""));
    }
    if (one instanceof ArrayNode array && other instanceof ArrayNode) {
      return IntStream.range(0, array.size())
          .boxed()
          .flatMap(
              i -> difference(array.get(i), other.get(i)).map(place -> "/" + i + place).stream())
          .findFirst()
          .or(() -> Optional.of(""));
    }
    return Optional.of("");
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
