package io.tamnas.search.explanation;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import java.util.List;
import java.util.stream.Collectors;

/** Findings in words. */
final class GuidelineText {

  private GuidelineText() {}

  static String of(Finding finding, SizeClass size, Share front, Share measured) {
    return "%s%s: %s%s %s of the front (%s), %s of all (%s)"
        .formatted(
            whose(size),
            layers(finding),
            choice(finding),
            finding.tendency() == Tendency.AVOIDED ? " avoided, in" : " in",
            front.percent(),
            counts(finding, front),
            measured.percent(),
            counts(finding, measured));
  }

  /** Of one layer subnets are counted, of several their layers. */
  private static String counts(Finding finding, Share share) {
    return share.counts() + (finding.layers() == 1 ? "" : " layers");
  }

  private static String whose(SizeClass size) {
    return size == SizeClass.ANY ? "" : size.text() + " subnets, ";
  }

  private static String layers(Finding finding) {
    return finding.layers() == 1
        ? "layer " + (finding.first() + 1)
        : "layers " + (finding.first() + 1) + "–" + (finding.last() + 1);
  }

  private static String choice(Finding finding) {
    String blocks =
        finding.blocks().stream().map(BlockChoice::text).collect(Collectors.joining(" or "));
    String scales = scales(finding.scales());
    return blocks.isEmpty() || scales.isEmpty() ? blocks + scales : blocks + " at " + scales;
  }

  private static String scales(List<ChannelScale> scales) {
    return switch (scales.size()) {
      case 0 -> "";
      case 1 -> "scale " + scales.getFirst().text();
      default -> "scale " + scales.getFirst().text() + "–" + scales.getLast().text();
    };
  }
}
