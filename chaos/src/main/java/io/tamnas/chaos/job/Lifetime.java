package io.tamnas.chaos.job;

import io.tamnas.quickstart.job.SearchApi;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When a job was asked for, and when it ended. */
public record Lifetime(Instant begin, Instant end) {

  /** As the service tells it; all processes read one machine's clock. */
  static Lifetime of(SearchApi api, String job) throws InterruptedException {
    JsonNode status = JsonMapper.shared().readTree(api.content("/api/v1/search-jobs/" + job));
    return new Lifetime(instant(status, "createdAt"), instant(status, "endedAt"));
  }

  private static Instant instant(JsonNode status, String member) {
    return Instant.parse(status.path(member).asString());
  }

  public Duration length() {
    return Duration.between(begin, end);
  }

  /** How long after its begin. */
  public Duration at(Instant moment) {
    return Duration.between(begin, moment);
  }

  /** Whether the job had not ended then. */
  public boolean contains(Instant moment) {
    return moment.isBefore(end);
  }
}
