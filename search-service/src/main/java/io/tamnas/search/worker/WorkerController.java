package io.tamnas.search.worker;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.protocol.worker.RegistrationAnswer;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    workers.register(id, registration);
    return new RegistrationAnswer(
        Directive.WORK, Math.toIntExact(settings.heartbeat().toSeconds()));
  }

  /** All workers, by their names. */
  record WorkerList(List<Worker> items) {}
}
