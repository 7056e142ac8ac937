package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tamnas.search.specification.SearchJobRequest.AttackRequest;

/** A request for a transfer matrix as clients write it, for the documentation alone. */
@Schema(
    description =
        "Which subnets of the job's supernet are shown one another's adversarial images, and how"
            + " those are crafted.")
public record TransferMatrixRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "\"front\" for the job's front as it is now, of more than 24 the first ones in its"
                    + " order; or 2 to 24 different genotypes of the job's space, each a list of"
                    + " genes.",
            types = {"string", "array"},
            example = "front")
        Object subnets,
    @Schema(
            description =
                "One with a single run, whose end is the image that is shown to the targets; by"
                    + " default the job's, and where it names no epsilon, the job's.")
        AttackRequest attack,
    @Schema(
            description = "Of the validation images; by default as many as the job measures on.",
            minimum = "1",
            maximum = "1000000")
        Integer images) {}
