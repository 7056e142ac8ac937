package io.tamnas.search.specification;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.InputShape;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code /space}: either a preset, or stem, layers and head in full. */
final class SpaceReader {

  private static final List<String> PRESET_MEMBERS = List.of("preset", "width", "blocks", "scales");
  private static final List<String> FULL_MEMBERS = List.of("stem", "layers", "headWidth");

  private final Section section;

  SpaceReader(Section section) {
    this.section = section;
  }

  SearchSpace read(InputShape input, int classes) {
    boolean inFull = FULL_MEMBERS.stream().anyMatch(section::has);
    if (inFull && PRESET_MEMBERS.stream().anyMatch(section::has)) {
      rejectMixture();
      return new PresetReader(section).read(input, classes);
    }
    SearchSpace space =
        inFull
            ? new FullSpaceReader(section).read(input, classes)
            : new PresetReader(section).read(input, classes);
    section.finish();
    return space;
  }

  private void rejectMixture() {
    List<String> written =
        Stream.concat(PRESET_MEMBERS.stream(), FULL_MEMBERS.stream()).filter(section::has).toList();
    section
        .findings()
        .add(
            section.pointer(),
            "must have either a preset (%s) or a frame in full (%s), has %s"
                .formatted(
                    Shown.list(PRESET_MEMBERS), Shown.list(FULL_MEMBERS), Shown.list(written)));
  }

  static List<BlockChoice> blocks(Section section) {
    return section
        .list("blocks", new Range(1, BlockChoice.ALL.size()))
        .map(items -> Choices.distinct(items, item -> item.word(Words.BLOCK)))
        .orElse(Defaults.BLOCKS);
  }

  static List<ChannelScale> scales(Section section) {
    return section
        .list("scales", new Range(1, Choices.MOST_SCALES))
        .map(items -> Choices.distinct(items, Choices::scale))
        .orElse(Defaults.SCALES);
  }
}
