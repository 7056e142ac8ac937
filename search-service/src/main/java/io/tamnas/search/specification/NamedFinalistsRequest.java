package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tamnas.search.specification.FinalistsRequest.DistillationRequest;
import io.tamnas.search.specification.FinalistsRequest.SelectionRequest;
import io.tamnas.search.specification.FinalistsRequest.SubnetTrainingRequest;
import io.tamnas.search.specification.FinalistsRequest.ValidationRequest;
import java.util.List;

/** A request for finalists as clients write it, for the documentation alone. */
@Schema(
    description =
        "Which members of the job's front become networks of their own, and how; settings that are"
            + " not given are the defaults of the job's data set, epsilon that of the job's"
            + " evaluation.attack.")
public record NamedFinalistsRequest(
    @ArraySchema(
            minItems = 1,
            maxItems = 12,
            uniqueItems = true,
            arraySchema =
                @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Members of the front, each a list of genes."))
        List<List<Integer>> genotypes,
    @ArraySchema(
            minItems = 1,
            maxItems = 2,
            uniqueItems = true,
            arraySchema =
                @Schema(
                    description =
                        "What the trainings begin with, by default both: scratch, drawn weights;"
                            + " supernet, the subnet's weights in the supernet."),
            schema = @Schema(allowableValues = {"scratch", "supernet"}))
        List<String> starts,
    SubnetTrainingRequest training,
    SelectionRequest selection,
    ValidationRequest validation,
    DistillationRequest distillation) {}
