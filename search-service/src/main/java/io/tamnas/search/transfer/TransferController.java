package io.tamnas.search.transfer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.job.Request;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.TransferMatrixRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Transfer matrices over HTTP. */
@RestController
@RequestMapping("/api/v1/search-jobs/{id}/transfer-matrices")
@Tag(
    name = "Transfer matrices",
    description = "How adversarial images of one subnet carry over to others")
class TransferController {

  private static final String RETRY_SECONDS = "2";

  private final TransferMatrices matrices;

  TransferController(TransferMatrices matrices) {
    this.matrices = matrices;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Ask for a transfer matrix of subnets of the job's supernet")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TransferMatrixRequest.class)))
  @ApiResponse(responseCode = "202", description = "Accepted; Location says where to follow it")
  ResponseEntity<TransferMatrixView> submit(
      @PathVariable UUID id,
      @Parameter(
              description =
                  "Chosen by the client, one per matrix that it wants of the job: a repeated"
                      + " request with the same key and body creates no second one")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      InputStream body) {
    JsonNode document = SpecificationParser.parse(body);
    TransferMatrixView matrix =
        matrices.submit(
            id,
            document,
            Optional.ofNullable(idempotencyKey).map(key -> Request.of(key, document)));
    return ResponseEntity.accepted()
        .location(URI.create(matrix.links().self()))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(matrix);
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "List the transfer matrices of a job, newest first")
  TransferMatrixView.Page list(
      @PathVariable UUID id,
      @Parameter(description = "How many at most, from 1 to 100") @RequestParam(defaultValue = "20")
          int limit,
      @Parameter(description = "The next of the page before") @RequestParam(required = false)
          @Nullable String cursor) {
    return matrices.page(id, limit, Optional.ofNullable(cursor));
  }

  @GetMapping(value = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Where a transfer matrix is, and its numbers once it is measured")
  ResponseEntity<TransferMatrixView> get(@PathVariable UUID id, @PathVariable int number) {
    TransferMatrixView matrix = matrices.find(id, number);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (!matrix.state().isEnd()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(matrix);
  }

  @GetMapping(value = "/{number}/picture", produces = MediaType.IMAGE_PNG_VALUE)
  @Operation(summary = "A measured transfer matrix as a heat map")
  @ApiResponse(
      responseCode = "200",
      description = "A PNG",
      content =
          @Content(
              mediaType = MediaType.IMAGE_PNG_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  byte[] picture(@PathVariable UUID id, @PathVariable int number) {
    TransferMatrixView matrix = matrices.find(id, number);
    return HeatMap.of(matrix).orElseThrow(() -> new NotMeasured(id, number, matrix.state())).png();
  }
}
