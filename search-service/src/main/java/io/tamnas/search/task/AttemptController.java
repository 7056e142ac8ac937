package io.tamnas.search.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.HeartbeatAnswer;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what workers report of their attempts. An attempt that does not own its task gets 409. */
@RestController
@RequestMapping("/api/v1/tasks/{task}/attempts/{attempt}")
@Tag(name = "Attempts", description = "What workers report of their attempts at tasks")
class AttemptController {

  private final Attempts attempts;

  AttemptController(Attempts attempts) {
    this.attempts = attempts;
  }

  @PostMapping("/heartbeat")
  @Operation(summary = "Say that the attempt lives; renews its lease")
  HeartbeatAnswer heartbeat(
      @PathVariable UUID task, @PathVariable int attempt, @RequestBody Heartbeat heartbeat) {
    return new HeartbeatAnswer(attempts.heartbeat(task, attempt, heartbeat.progress()));
  }

  @PostMapping("/checkpoints")
  @Operation(summary = "Report an uploaded artifact as the state after so many steps")
  void checkpoint(
      @PathVariable UUID task, @PathVariable int attempt, @RequestBody CheckpointReport report) {
    attempts.checkpoint(task, attempt, report);
  }

  @PostMapping("/result")
  @Operation(summary = "End the attempt with a result")
  void result(@PathVariable UUID task, @PathVariable int attempt, @RequestBody TaskResult result) {
    attempts.succeed(task, attempt, result);
  }

  @PostMapping("/failure")
  @Operation(summary = "End the attempt with a failure")
  void failure(
      @PathVariable UUID task, @PathVariable int attempt, @RequestBody TaskFailure failure) {
    attempts.fail(task, attempt, failure);
  }
}
