package io.tamnas.search.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
@RequestMapping("/api/v1/search-jobs/{id}")
@Tag(name = "Reports", description = "All that a job has found")
class ReportController {

  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  @GetMapping(value = "/report", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "All that a job has found so far")
  Report report(@PathVariable UUID id) {
    return reports.of(id);
  }

  @GetMapping(value = "/report.html", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(summary = "The report as one page with its pictures, which needs nothing outside")
  String page(@PathVariable UUID id) {
    return new ReportPage(reports.of(id)).html();
  }
}
