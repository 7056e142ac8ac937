package io.tamnas.search.job;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.metric.Metrics;
import io.tamnas.search.specification.SearchJobRequest;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search jobs over HTTP. */
@RestController
@RequestMapping(value = "/api/v1/search-jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Search jobs", description = "Submit a search, follow it, and take it back")
class JobController {

  private final Submissions submissions;
  private final JobReader reader;
  private final JobList list;
  private final JobAnswers answers;
  private final Metrics metrics;

  JobController(
      Submissions submissions,
      JobReader reader,
      JobList list,
      JobAnswers answers,
      Metrics metrics) {
    this.submissions = submissions;
    this.reader = reader;
    this.list = list;
    this.answers = answers;
    this.metrics = metrics;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Submit a search job")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = SearchJobRequest.class)))
  @ApiResponse(responseCode = "202", description = "Accepted; Location says where to follow it")
  ResponseEntity<JobStatus> submit(
      @Parameter(
              description =
                  "Chosen by the client, one per job that it wants: a repeated request with the"
                      + " same key and body creates no second job")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      @Parameter(description = Parameters.PRIORITY) @RequestParam(defaultValue = "0") int priority,
      @Parameter(description = Parameters.MAXIMUM_TASKS) @RequestParam(required = false)
          @Nullable Integer maximumTasks,
      InputStream body) {
    return answers.accepted(
        submissions.submit(body, idempotencyKey, Parameters.scheduling(priority, maximumTasks)).id);
  }

  @GetMapping
  @Operation(summary = "List search jobs, newest first")
  JobList.Page list(
      @Parameter(description = "How many at most, from 1 to 100") @RequestParam(defaultValue = "20")
          int limit,
      @Parameter(description = "The next of the page before") @RequestParam(required = false)
          @Nullable String cursor) {
    return list.page(limit, cursor);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Where a search job is")
  ResponseEntity<JobStatus> get(@PathVariable UUID id) {
    return answers.ok(id);
  }

  @GetMapping("/{id}/specification")
  @Operation(summary = "The specification of a search job, with every default filled in")
  ResponseEntity<String> specification(@PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(reader.row(id).specification);
  }

  @GetMapping("/{id}/metrics")
  @Operation(summary = "What the training of the supernet observed, by step")
  MetricList metrics(
      @PathVariable UUID id,
      @Parameter(description = "Only this one, such as trainingLoss")
          @RequestParam(required = false)
          @Nullable String name,
      @Parameter(description = "Only after this step") @RequestParam(defaultValue = "-1")
          long after) {
    if (name != null && !Metrics.isName(name)) {
      throw new InvalidParameter("name must be " + Metrics.NAMES);
    }
    reader.row(id);
    return new MetricList(
        metrics.of(id, name, after, MetricList.LIMIT), metrics.deletedAt(id).orElse(null));
  }

  /** Observations of whole steps, some {@value #LIMIT}; there may be more after the last step. */
  record MetricList(
      List<Metrics.Observation> items,
      @Schema(description = "Since when older ones are deleted for their age; null: none are")
          @Nullable Instant deletedAt) {
    static final int LIMIT = 10_000;
  }
}
