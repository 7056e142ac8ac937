package io.tamnas.search.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A job that a test has submitted. */
public record Submitted(Service service, String path) {

  /** A job of a moment: eight individuals, three generations after the first. */
  public static final String SMALL =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
       "search": {"population": 8, "generations": 3, "baseline": "none"}}
      """;

  public static Submitted to(Service service, String specification) {
    Service.Answer answer = service.post("/api/v1/search-jobs", specification);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return new Submitted(service, answer.header("Location"));
  }

  public JsonNode status() {
    return service.get(path).json();
  }

  public String state() {
    return status().get("state").asString();
  }

  public JsonNode front() {
    return service.get(path + "/front").json();
  }

  /** How many tasks of each phase are done, in the report's order. */
  public Map<String, Integer> phases() {
    Map<String, Integer> done = new LinkedHashMap<>();
    for (JsonNode phase : service.get(path + "/report").json().get("phases")) {
      done.put(phase.get("phase").asString(), phase.get("tasks").asInt());
    }
    return done;
  }

  public Submitted reaches(String state) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(state()).as(status()::toPrettyString).isEqualTo(state));
    return this;
  }
}
