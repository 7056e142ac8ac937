package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import java.util.List;

/** A genotype for programs and for people. */
@Schema(name = "Genotype", description = "One choice per gene: block and channel scale per layer")
public record GenotypeView(
    @Schema(description = "Per layer the index of its block, then per layer that of its scale")
        List<Integer> genes,
    @Schema(description = "Readable", example = "shuffle3@0.6 xception@1.2") String text) {
  public GenotypeView {
    genes = List.copyOf(genes);
  }

  /** A genotype of the space that the text is for. */
  public static GenotypeView of(Genotype genotype, GenotypeText text) {
    return new GenotypeView(genotype.genes(), text.write(genotype));
  }
}
