package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * How often each choice of a layer is made.
 *
 * @param layer its number, from 1
 * @param stage the number of its stage, from 1
 * @param blocks in the order of the space
 * @param scales from the narrowest
 */
@Schema(description = "How often each choice of a layer is made")
public record LayerUse(
    @Schema(description = "Its number, from 1") int layer,
    @Schema(description = "The number of its stage, from 1") int stage,
    List<ChoiceUse> blocks,
    @Schema(description = "From the narrowest") List<ChoiceUse> scales) {
  public LayerUse {
    blocks = List.copyOf(blocks);
    scales = List.copyOf(scales);
  }
}
