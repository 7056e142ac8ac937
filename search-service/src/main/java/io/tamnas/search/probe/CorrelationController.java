package io.tamnas.search.probe;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.job.JobReader;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Probes over HTTP. */
@RestController
@RequestMapping(value = "/api/v1/search-jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Results", description = "What a search has found")
class CorrelationController {

  private final JobReader jobs;
  private final Correlations correlations;

  CorrelationController(JobReader jobs, Correlations correlations) {
    this.jobs = jobs;
    this.correlations = correlations;
  }

  @GetMapping("/correlation")
  @Operation(summary = "Short stand-alone trainings, and how far the estimates agree with them")
  Correlation correlation(@PathVariable UUID id) {
    return correlations.of(jobs.get(id));
  }
}
