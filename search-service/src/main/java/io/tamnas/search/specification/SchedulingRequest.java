package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of how a job is served as clients write it, for the documentation alone. */
@Schema(
    description =
        "What changes of how a job is served, as a merge patch (RFC 7386): what is not given stays,"
            + " null means the usual.")
public record SchedulingRequest(
    @Schema(
            description =
                "Jobs of a higher priority are served first. null: 0. What runs already goes on.",
            minimum = "-1000",
            maximum = "1000")
        @Nullable Integer priority,
    @Schema(
            description =
                "How many of the job's tasks may run at a time. null: as many as there are workers."
                    + " What runs already goes on.",
            minimum = "1",
            maximum = "100000")
        @Nullable Integer maximumTasks) {}
