package io.tamnas.search.reevaluation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.job.Request;
import io.tamnas.search.specification.ReevaluationRequest;
import io.tamnas.search.specification.SpecificationParser;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Re-evaluations over HTTP. */
@RestController
@RequestMapping("/api/v1/search-jobs/{id}/re-evaluations")
@Tag(
    name = "Re-evaluations",
    description = "Subnets of a job, measured again under another protocol without training")
class ReevaluationController {

  private static final String RETRY_SECONDS = "2";

  private final Reevaluations reevaluations;
  private final ReevaluationViews views;

  ReevaluationController(Reevaluations reevaluations, ReevaluationViews views) {
    this.reevaluations = reevaluations;
    this.views = views;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Ask for subnets of the job's supernet to be measured again",
      description =
          "In any state of a job that has its supernet. What is stored under the same supernet,"
              + " genotype, protocol, data and numeric environment is not measured again.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReevaluationRequest.class)))
  @ApiResponse(responseCode = "202", description = "Accepted; Location says where to follow it")
  ResponseEntity<ReevaluationView> submit(
      @PathVariable UUID id,
      @Parameter(
              description =
                  "Chosen by the client, one per re-evaluation that it wants of the job: a repeated"
                      + " request with the same key and body creates no second one")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      InputStream body) {
    JsonNode document = SpecificationParser.parse(body);
    int number =
        reevaluations.submit(
            id,
            document,
            Optional.ofNullable(idempotencyKey).map(key -> Request.of(key, document)));
    return accepted(id, number);
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "List the re-evaluations of a job, newest first")
  ReevaluationView.Page list(
      @PathVariable UUID id,
      @Parameter(description = "How many at most, from 1 to 100") @RequestParam(defaultValue = "20")
          int limit,
      @Parameter(description = "The next of the page before") @RequestParam(required = false)
          @Nullable String cursor) {
    return views.page(id, limit, Optional.ofNullable(cursor));
  }

  @GetMapping(value = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Where a re-evaluation is, and its numbers beside the search's")
  ResponseEntity<ReevaluationView> get(@PathVariable UUID id, @PathVariable int number) {
    ReevaluationView view = views.find(id, number);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (!view.state().isEnd()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(view);
  }

  @DeleteMapping("/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Stop what is not measured yet of a re-evaluation; what is measured stays")
  @ApiResponse(responseCode = "204", description = "Stopped, or there was nothing to stop")
  void cancel(@PathVariable UUID id, @PathVariable int number) {
    reevaluations.cancel(id, number);
  }

  @PostMapping(value = "/{number}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Take up what was stopped, and what has failed where another try may mend it")
  @ApiResponse(responseCode = "202", description = "Accepted; Location says where to follow it")
  ResponseEntity<ReevaluationView> retry(@PathVariable UUID id, @PathVariable int number) {
    reevaluations.retry(id, number);
    return accepted(id, number);
  }

  private ResponseEntity<ReevaluationView> accepted(UUID id, int number) {
    ReevaluationView view = views.find(id, number);
    return ResponseEntity.accepted()
        .location(URI.create(view.links().self()))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(view);
  }
}
