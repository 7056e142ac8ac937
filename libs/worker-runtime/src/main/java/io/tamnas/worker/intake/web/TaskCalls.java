package io.tamnas.worker.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.worker.intake.Intake;
import io.tamnas.worker.problem.ProblemType;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls by which the search service hands a task over and takes it back. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks")
class TaskCalls {
  private static final String RETRY_SECONDS = "2";

  private final Intake intake;
  private final Assignments assignments;

  TaskCalls(Intake intake) {
    this.intake = intake;
    this.assignments = new Assignments(intake.kinds());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "offerTask",
      summary = "Hand over an attempt at a task",
      description = "The same attempt again is accepted again and not begun a second time.")
  @ApiResponse(responseCode = "202", description = "The worker has the attempt")
  ResponseEntity<ProblemDetail> offer(@RequestBody TaskAssignment assignment) {
    assignments.requireValid(assignment);
    return switch (intake.offer(assignment)) {
      case BEGUN, KNOWN -> ResponseEntity.accepted().build();
      case BUSY -> busy();
      case STALE -> stale(assignment);
    };
  }

  @DeleteMapping("/{task}")
  @Operation(
      operationId = "stopTask",
      summary = "Stop a task",
      description = "Nothing happens where the task does not run here.")
  @ApiResponse(responseCode = "204", description = "The task does not run here, or stops soon")
  ResponseEntity<Void> stop(@PathVariable UUID task) {
    intake.cancel(task);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<ProblemDetail> busy() {
    return ResponseEntity.status(ProblemType.WORKER_BUSY.status())
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(ProblemType.WORKER_BUSY.detail("it works on another task, or it drains"));
  }

  private static ResponseEntity<ProblemDetail> stale(TaskAssignment assignment) {
    return ResponseEntity.status(ProblemType.STALE_ATTEMPT.status())
        .body(
            ProblemType.STALE_ATTEMPT.detail(
                "attempt " + assignment.attempt() + " is void: a later one was begun here"));
  }
}
