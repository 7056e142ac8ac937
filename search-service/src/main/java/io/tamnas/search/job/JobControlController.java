package io.tamnas.search.job;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.specification.ForkRequest;
import io.tamnas.search.specification.SchedulingReader;
import io.tamnas.search.specification.SchedulingRequest;
import io.tamnas.search.specification.SpecificationParser;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What people do with jobs under way, over HTTP. */
@RestController
@RequestMapping(value = "/api/v1/search-jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Control", description = "Pause, resume, cancel, fork and reschedule search jobs")
class JobControlController {

  private static final String IF_MATCH = "If-Match";
  private static final String CONDITION =
      "The job's ETag: the call is refused where its state, priority or limit has changed since;"
          + " progress does not count";
  private static final String KEY =
      "Chosen by the client, one per job that it wants: a repeated request with the same key and"
          + " body creates no second job";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Submissions submissions;
  private final Jobs jobs;
  private final JobAnswers answers;

  JobControlController(Submissions submissions, Jobs jobs, JobAnswers answers) {
    this.submissions = submissions;
    this.jobs = jobs;
    this.answers = answers;
  }

  @PostMapping("/pause")
  @Operation(
      summary = "Let a search job rest",
      description =
          "Nothing more of it is given out. Trainings upload a checkpoint and let go at their next"
              + " heartbeat, all else is taken back at once. A paused job stays paused.")
  ResponseEntity<JobStatus> pause(
      @PathVariable UUID id,
      @Parameter(description = CONDITION) @RequestHeader(name = IF_MATCH, required = false)
          @Nullable String ifMatch) {
    jobs.pause(id, Condition.of(ifMatch));
    return answers.ok(id);
  }

  @PostMapping("/resume")
  @Operation(
      summary = "Let a paused search job go on",
      description =
          "Whoever paused it. It goes on as if it had never stopped; its failed tasks are tried"
              + " anew.")
  @ApiResponse(responseCode = "202", description = "It goes on; Location says where to follow it")
  ResponseEntity<JobStatus> resume(
      @PathVariable UUID id,
      @Parameter(description = CONDITION) @RequestHeader(name = IF_MATCH, required = false)
          @Nullable String ifMatch) {
    jobs.resume(id, Condition.of(ifMatch));
    return answers.accepted(id);
  }

  @PostMapping("/retry")
  @Operation(
      summary = "Let a paused search job go on",
      description = "The same as resume, for a job that a failure has paused.")
  @ApiResponse(responseCode = "202", description = "It goes on; Location says where to follow it")
  ResponseEntity<JobStatus> retry(
      @PathVariable UUID id,
      @Parameter(description = CONDITION) @RequestHeader(name = IF_MATCH, required = false)
          @Nullable String ifMatch) {
    return resume(id, ifMatch);
  }

  @PostMapping("/cancel")
  @Operation(summary = "Stop a search job for good; what was measured stays readable")
  ResponseEntity<JobStatus> cancel(
      @PathVariable UUID id,
      @Parameter(description = CONDITION) @RequestHeader(name = IF_MATCH, required = false)
          @Nullable String ifMatch) {
    jobs.cancel(id, Condition.of(ifMatch));
    return answers.ok(id);
  }

  @PostMapping(value = "/fork", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Submit a job that begins with a population of this one",
      description =
          "It uses the same supernet, and goes on from that generation with the changed settings."
              + " Measurements are taken over unless evaluation changes. Without changes it gives"
              + " the same generations as this one. It is served like this one.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ForkRequest.class)))
  @ApiResponse(responseCode = "202", description = "Accepted; Location says where to follow it")
  ResponseEntity<JobStatus> fork(
      @PathVariable UUID id,
      @Parameter(description = KEY) @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      InputStream body) {
    return answers.accepted(submissions.fork(id, body, idempotencyKey).id);
  }

  @PatchMapping(consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
  @Operation(summary = "Change the priority of a search job, or how many of its tasks may run")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SchedulingRequest.class)))
  ResponseEntity<JobStatus> schedule(
      @PathVariable UUID id,
      @Parameter(description = CONDITION, required = true)
          @RequestHeader(name = IF_MATCH, required = false)
          @Nullable String ifMatch,
      InputStream body) {
    JsonNode patch = SpecificationParser.parse(body);
    jobs.schedule(id, Condition.required(ifMatch), before -> SchedulingReader.read(patch, before));
    return answers.ok(id);
  }
}
