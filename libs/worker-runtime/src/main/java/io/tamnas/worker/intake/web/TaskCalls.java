package io.tamnas.worker.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.worker.contract.ProblemSchema;
import io.tamnas.worker.intake.Intake;
import io.tamnas.worker.problem.ProblemType;
import io.tamnas.worker.problem.RefusedCallException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calls by which the search service hands a task over and takes it back. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks", description = "One attempt at a task at a time")
class TaskCalls {
  private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

  private final Intake intake;
  private final Assignments assignments;

  TaskCalls(Intake intake) {
    this.intake = intake;
    this.assignments = new Assignments(intake.kinds());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "offerTask",
      summary = "Hand over an attempt at a task",
      description = "The same attempt again is accepted again and not begun a second time.")
  @ApiResponse(responseCode = "202", description = "The worker has the attempt")
  @ApiResponse(
      responseCode = "400",
      description = "The body cannot be read",
      content = @Content(mediaType = PROBLEM, schema = @Schema(ref = ProblemSchema.REFERENCE)))
  @ApiResponse(
      responseCode = "401",
      description = "The token is missing or wrong",
      content = @Content(mediaType = PROBLEM, schema = @Schema(ref = ProblemSchema.REFERENCE)))
  @ApiResponse(
      responseCode = "409",
      description = "A later attempt at the task was begun here",
      content = @Content(mediaType = PROBLEM, schema = @Schema(ref = ProblemSchema.REFERENCE)))
  @ApiResponse(
      responseCode = "422",
      description = "The task lacks members, or is of a kind that this worker does not do",
      content = @Content(mediaType = PROBLEM, schema = @Schema(ref = ProblemSchema.REFERENCE)))
  @ApiResponse(
      responseCode = "503",
      description = "The worker has another attempt in hand, or drains",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds",
              schema = @Schema(type = "integer")),
      content = @Content(mediaType = PROBLEM, schema = @Schema(ref = ProblemSchema.REFERENCE)))
  void offer(@RequestBody TaskAssignment assignment) {
    assignments.requireValid(assignment);
    switch (intake.offer(assignment)) {
      case BEGUN, KNOWN -> {}
      case BUSY ->
          throw new RefusedCallException(
              ProblemType.WORKER_BUSY, "it has another attempt in hand, or it drains");
      case STALE ->
          throw new RefusedCallException(
              ProblemType.STALE_ATTEMPT,
              "attempt " + assignment.attempt() + " is void: a later one was begun here");
    }
  }

  @DeleteMapping("/{task}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "stopTask",
      summary = "Stop a task",
      description = "Nothing happens where the task does not run here.")
  @ApiResponse(responseCode = "204", description = "The task does not run here, or stops soon")
  @ApiResponse(
      responseCode = "401",
      description = "The token is missing or wrong",
      content = @Content(mediaType = PROBLEM, schema = @Schema(ref = ProblemSchema.REFERENCE)))
  void stop(
      @PathVariable UUID task,
      @Parameter(description = "The last attempt that shall stop; by default each one")
          @RequestParam(required = false)
          @Nullable Integer attempt) {
    intake.cancel(task, attempt == null ? Integer.MAX_VALUE : attempt);
  }
}
