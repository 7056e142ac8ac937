package io.tamnas.search.job;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers about one job: its status, its entity tag, and when to ask again. */
@Component
class JobAnswers {

  private static final String RETRY_SECONDS = "2";

  private final JobStatuses statuses;
  private final JsonMapper mapper;

  JobAnswers(JobStatuses statuses, JsonMapper mapper) {
    this.statuses = statuses;
    this.mapper = mapper;
  }

  ResponseEntity<JobStatus> ok(JobRow job) {
    return answer(ResponseEntity.ok(), job, statuses.of(job));
  }

  /** For what begins or goes on now; the location is where to follow it. */
  ResponseEntity<JobStatus> accepted(JobRow job) {
    JobStatus status = statuses.of(job);
    return answer(
        ResponseEntity.accepted().location(URI.create(status.links().self())), job, status);
  }

  private ResponseEntity<JobStatus> answer(
      ResponseEntity.BodyBuilder answer, JobRow job, JobStatus status) {
    if (!job.state.isEnd()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.eTag(Condition.tag(job, mapper.writeValueAsString(status))).body(status);
  }
}
