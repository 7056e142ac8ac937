package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** A request for a fork as clients write it, for the documentation alone. */
@Schema(description = "Where the fork begins, and what is different in it.")
public record ForkRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "The ranked generation of the origin whose survivors the fork begins with.",
            minimum = "0",
            maximum = "1000")
        Integer generation,
    ForkChanges changes) {

  /** The sections that may change. */
  @Schema(
      description =
          "A merge patch (RFC 7386) of the origin's specification with its defaults filled in: what"
              + " is not given stays, null means the default. dataset, space, training and supernet"
              + " cannot change.")
  public record ForkChanges(
      String name,
      Long seed,
      SearchJobRequest.SearchRequest search,
      SearchJobRequest.EvaluationRequest evaluation,
      FinalistsRequest finalists,
      CorrelationRequest correlation) {}
}
