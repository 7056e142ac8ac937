package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subnet with what it costs, what it reaches, and where it stands. */
@Schema(description = "A subnet with what it costs, what it reaches, and where it stands")
public record Individual(
    GenotypeView genotype,
    @Schema(description = "Weights of the subnet as a network of its own") long parameters,
    @Schema(description = "Multiply-adds for one image") long multiplyAdds,
    @Schema(description = "Accuracy on the images as they are; null until it is measured")
        @Nullable Accuracy clean,
    @Schema(description = "Accuracy under the protocol's attack; null until it is measured")
        @Nullable Accuracy adversarial,
    @Schema(description = "Null until it is measured, and where the job measures none")
        @Nullable LatencyView latency,
    @Schema(description = "Why the accuracy under attack may be too good; usually none")
        List<MaskingWarning> warnings,
    @Schema(description = "The number of its front, from 1; null until the generation is ranked")
        @Nullable Integer rank,
    @Schema(description = "Room in its front; null where it is infinite or not known yet")
        @Nullable Double crowdingDistance,
    @Schema(description = "Where it was born") int generation,
    @Schema(description = "None of one drawn from the space, else the two that it was bred from")
        List<GenotypeView> parents,
    @Schema(
            description =
                "Whether it is where giving up a little of one objective stops buying much")
        boolean knee) {}
