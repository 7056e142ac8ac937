package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import java.util.List;

/**
 * A significant finding as advice.
 *
 * @param size of the subnets that it is about
 * @param firstLayer its number, from 1
 * @param lastLayer its number, from 1
 * @param blocks one of these; empty: any
 * @param scales one of these; empty: any
 * @param front how many choices of these layers it holds for, of the subnets on the front
 * @param measured the same of all measured subnets
 * @param adjusted the largest adjusted p of all tests that it rests on
 * @param text in words
 */
@Schema(description = "A significant finding as advice")
public record Guideline(
    SizeClass size,
    Tendency tendency,
    @Schema(description = "Its number, from 1") int firstLayer,
    @Schema(description = "Its number, from 1") int lastLayer,
    @Schema(description = "One of these; none: any") List<String> blocks,
    @Schema(description = "One of these; none: any") List<String> scales,
    @Schema(description = "Layers with that choice, over the subnets on the front") Share front,
    @Schema(description = "Layers with that choice, over all measured subnets") Share measured,
    @Schema(
            description =
                "The largest adjusted p of the tests it rests on: of each layer's choices, and of"
                    + " blocks and scales together where it has both; their union was not tested")
        double adjusted,
    @Schema(
            description = "In words",
            example =
                "layers 9–12: shuffle5-se at scale 0.4–0.6 in 71 % of the front (57 of 80 layers),"
                    + " 24 % of all (384 of 1600 layers)")
        String text) {
  public Guideline {
    blocks = List.copyOf(blocks);
    scales = List.copyOf(scales);
  }

  static Guideline of(Finding finding, SizeClass size, Share front, Share measured) {
    return new Guideline(
        size,
        finding.tendency(),
        finding.first() + 1,
        finding.last() + 1,
        finding.blocks().stream().map(BlockChoice::text).toList(),
        finding.scales().stream().map(ChannelScale::text).toList(),
        front,
        measured,
        finding.adjusted(),
        GuidelineText.of(finding, size, front, measured));
  }
}
