package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.specification.FinalistsRequest.SubnetTrainingRequest;

/** What the published contract says of it; {@link CorrelationReader} is what reads it. */
@Schema(
    description =
        "How far the supernet's estimates put subnets in the right order: some of all that the"
            + " search has measured are trained from scratch for a short time, and measured under"
            + " evaluation's attack on the same validation images. Nothing of it is exported.")
public record CorrelationRequest(
    @Schema(
            description =
                "How many, spread from the lowest to the highest estimated adversarial accuracy;"
                    + " 0 is none, 1 is refused. From 8 pairs on a correlation has an interval.",
            minimum = "0",
            maximum = "64",
            defaultValue = "0")
        Integer subnets,
    @Schema(
            description =
                "As of finalists, but 300 steps by default, 150 for shapes. The last state is"
                    + " measured. Not without subnets.")
        SubnetTrainingRequest training) {}
