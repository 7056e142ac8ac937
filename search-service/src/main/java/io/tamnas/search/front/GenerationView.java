package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.generation.Generation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A generation as people see it. */
@Schema(name = "Generation", description = "One round of the search")
public record GenerationView(
    int number,
    Generation.State state,
    @Schema(description = "How many were born in it: drawn, or bred") int individuals,
    @Schema(description = "How many of them are measured") int evaluated,
    @Schema(
            description =
                "The volume that its survivors dominate up to the reference point, in the product"
                    + " of the objectives' units; null until it is ranked")
        @Nullable Double hypervolume,
    @Schema(
            description =
                "Per objective the worst that is reckoned with: no accuracy, at the costs of the"
                    + " space's largest subnet, at twice its latency; a latency is left out until"
                    + " that is measured")
        Map<String, Double> referencePoint) {

  /** All generations of a job. */
  @Schema(name = "GenerationList")
  public record All(List<GenerationView> items) {}

  /** One generation with its individuals. */
  @Schema(name = "GenerationWithIndividuals")
  public record Full(
      int number,
      Generation.State state,
      @Nullable Double hypervolume,
      Map<String, Double> referencePoint,
      @Schema(
              description =
                  "Of a ranked generation those who live on, best first; before, those born in it")
          List<Individual> individuals) {}
}
