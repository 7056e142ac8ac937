package io.tamnas.search.metric;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tamnas.protocol.task.MetricBatch;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the metrics that workers send. */
@RestController
@Tag(name = "Attempts")
class MetricController {

  private final Metrics metrics;

  MetricController(Metrics metrics) {
    this.metrics = metrics;
  }

  @PostMapping("/api/v1/tasks/{task}/attempts/{attempt}/metrics")
  @Operation(
      summary = "Report a numbered batch of metrics",
      description = "For workers. The same number twice counts once.")
  void add(@PathVariable UUID task, @PathVariable int attempt, @RequestBody MetricBatch batch) {
    metrics.add(task, attempt, batch);
  }
}
