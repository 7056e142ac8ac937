package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.database.Gathering;
import io.tamnas.search.job.UnknownJob;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

  /** Fronts, one reading for all who ask while another is under way. */
  private final Gathering<UUID, Optional<Fronts.Tagged>> readings;

  FrontController(Fronts fronts) {
    this.fronts = fronts;
    this.readings = new Gathering<>(fronts::tagged);
  }

  @GetMapping("/front")
  @Operation(
      summary = "The front of all that the job has measured so far",
      description =
          "With the ETag of the answer before in If-None-Match: 304 while it is the same.")
  ResponseEntity<Front> front(@PathVariable UUID id) {
    Fronts.Tagged front = readings.call(id).orElseThrow(() -> new UnknownJob(id));
    return ResponseEntity.ok().eTag("W/\"" + front.tag() + '"').body(front.front());
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
