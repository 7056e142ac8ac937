package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.search.artifact.StoredContent;
import io.tamnas.search.specification.NamedFinalistsRequest;
import io.tamnas.search.specification.SpecificationParser;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Finalists over HTTP. */
@RestController
@RequestMapping("/api/v1/search-jobs/{id}/finalists")
@Tag(
    name = "Finalists",
    description = "Members of the front as networks of their own, and their files")
class FinalistController {

  private static final String RETRY_SECONDS = "5";

  private final NamedRequests named;
  private final FinalistViews views;
  private final ExportFiles files;

  FinalistController(NamedRequests named, FinalistViews views, ExportFiles files) {
    this.named = named;
    this.views = views;
    this.files = files;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Ask for members of the front of a job that has ended to become networks",
      description =
          "A finalist that is there already with the same settings is not trained again, so a"
              + " repeated request is harmless; what has failed is tried once more.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NamedFinalistsRequest.class)))
  @ApiResponse(responseCode = "202", description = "Accepted; Location says where to follow them")
  ResponseEntity<FinalistView.All> submit(@PathVariable UUID id, InputStream body) {
    named.submit(id, SpecificationParser.parse(body));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/search-jobs/" + id + "/finalists"))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(views.all(id));
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "The finalists of a job and where they are")
  FinalistView.All list(@PathVariable UUID id) {
    return views.all(id);
  }

  @DeleteMapping("/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Stop what is not done yet of a finalist; what is done stays")
  @ApiResponse(responseCode = "204", description = "Stopped, or there was nothing to stop")
  void cancel(@PathVariable UUID id, @PathVariable int number) {
    named.cancel(id, number);
  }

  @GetMapping(
      value = "/{number}/{start}/model.onnx",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(summary = "An exported network as an ONNX file")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> model(
      @PathVariable UUID id, @PathVariable int number, @PathVariable String start) {
    StoredContent file = files.model(id, number, start);
    String name = "tamnas-%s-%d-%s.onnx".formatted(id, number, start);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentLength(file.length())
        .body(file.body());
  }

  @GetMapping(value = "/{number}/{start}/model-card.md", produces = "text/markdown;charset=UTF-8")
  @Operation(summary = "Task, data, protocol, numbers and limits of an exported network")
  String modelCard(@PathVariable UUID id, @PathVariable int number, @PathVariable String start) {
    return files.modelCard(id, number, start);
  }

  @GetMapping(
      value = "/{number}/{start}/manifest.json",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "All that is needed to make an exported network again")
  Manifest manifest(@PathVariable UUID id, @PathVariable int number, @PathVariable String start) {
    return files.manifest(id, number, start);
  }
}
