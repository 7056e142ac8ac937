package io.tamnas.search.worker;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.protocol.worker.RegistrationAnswer;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workers over HTTP. */
@RestController
@RequestMapping("/api/v1/workers")
@Tag(name = "Workers", description = "The processes that train and measure")
class WorkerController {

  private final Workers workers;
  private final WorkerSettings settings;

  WorkerController(Workers workers, WorkerSettings settings) {
    this.workers = workers;
    this.settings = settings;
  }

  @GetMapping
  @Operation(summary = "List the workers")
  WorkerList list() {
    return new WorkerList(workers.all());
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Register, or say that you live",
      description = "For workers. A new incarnation ends the attempts of its predecessor at once.")
  RegistrationAnswer register(
      @PathVariable String id, @RequestBody WorkerRegistration registration) {
    return new RegistrationAnswer(
        workers.register(id, registration), Math.toIntExact(settings.heartbeat().toSeconds()));
  }

  @PostMapping("/{id}/drain")
  @Operation(
      summary = "Let a worker take no new task",
      description =
          "For operators, with the workers' token. The worker finishes the task in hand, and stays;"
              + " resume lets it work again, and so does a new start.")
  Worker drain(@PathVariable String id) {
    return workers.direct(id, Directive.DRAIN);
  }

  @PostMapping("/{id}/resume")
  @Operation(
      summary = "Let a worker take tasks again",
      description =
          "For operators, with the workers' token. Ends a drain and a quarantine; what the worker"
              + " has failed so far does not count any more.")
  Worker resume(@PathVariable String id) {
    return workers.direct(id, Directive.WORK);
  }

  /** All workers, by their names. */
  record WorkerList(List<Worker> items) {}
}
