package io.tamnas.search.artifact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Artifacts over HTTP, streamed; the digest is checked on the way in and on the way out. */
@RestController
@RequestMapping("/api/v1/artifacts")
@Tag(name = "Artifacts", description = "Immutable files named by their SHA-256; for workers")
class ArtifactController {

  private final Artifacts artifacts;

  ArtifactController(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  @PutMapping("/{sha256:[0-9a-f]{64}}")
  @Operation(
      summary = "Upload an artifact",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  @ApiResponse(responseCode = "201", description = "Stored", content = @Content)
  @ApiResponse(responseCode = "200", description = "Was there already", content = @Content)
  @ApiResponse(
      responseCode = "507",
      description = "The store is full, nothing was kept; the problem says what to do",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<Void> put(@PathVariable String sha256, HttpServletRequest request)
      throws IOException {
    return switch (artifacts.put(new Digest(sha256), request.getInputStream())) {
      case NEW -> ResponseEntity.status(HttpStatus.CREATED).build();
      case KNOWN -> ResponseEntity.ok().build();
    };
  }

  @GetMapping(value = "/{sha256:[0-9a-f]{64}}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(summary = "Download an artifact")
  @ApiResponse(responseCode = "200", description = "The content")
  @ApiResponse(
      responseCode = "500",
      description =
          "The artifact is damaged or missing in the store; uploaded again, it is there again",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<Resource> get(@PathVariable String sha256, WebRequest request) {
    Digest name = new Digest(sha256);
    artifacts.require(name);
    String tag = '"' + sha256 + '"';
    if (request.checkNotModified(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
    }
    StoredContent content = artifacts.get(name);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(content.length())
        .eTag(tag)
        .body(content.body());
  }
}
