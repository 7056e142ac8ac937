package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fronts and generations over HTTP. */
@RestController
@RequestMapping(value = "/api/v1/search-jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Results", description = "What a search has found")
class FrontController {

  private final Fronts fronts;

  FrontController(Fronts fronts) {
    this.fronts = fronts;
  }

  @GetMapping("/front")
  @Operation(summary = "The front of all that the job has measured so far")
  Front front(@PathVariable UUID id) {
    return fronts.front(id);
  }

  @GetMapping("/baseline")
  @Operation(summary = "The search beside as many subnets that were drawn at random")
  Baseline baseline(@PathVariable UUID id) {
    return fronts.baseline(id);
  }

  @GetMapping("/generations")
  @Operation(summary = "The generations of a job, first to last")
  GenerationView.All generations(@PathVariable UUID id) {
    return fronts.generations(id);
  }

  @GetMapping("/generations/{number}")
  @Operation(summary = "One generation with its individuals")
  GenerationView.Full generation(@PathVariable UUID id, @PathVariable int number) {
    return fronts.generation(id, number);
  }
}
