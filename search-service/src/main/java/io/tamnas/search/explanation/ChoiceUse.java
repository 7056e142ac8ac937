package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * How often a choice of a layer is made.
 *
 * @param choice a block or a channel scale
 * @param uses by size class, in the order of the explanation's groups
 */
@Schema(description = "How often a block or channel scale of a layer is chosen")
public record ChoiceUse(
    @Schema(example = "shuffle5-se") String choice,
    @Schema(description = "By size class, any size first") List<Use> uses) {
  public ChoiceUse {
    uses = List.copyOf(uses);
  }

  /** Of a size class, if the explanation has it. */
  Optional<Use> of(SizeClass size) {
    return uses.stream().filter(use -> use.size() == size).findFirst();
  }
}
