package io.tamnas.search.specification;

import io.tamnas.space.InputShape;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.Violation;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads a space that is written as a preset with its width and the choices of all layers. */
final class PresetReader {

  private static final Words<Preset> PRESETS =
      new Words<>(Arrays.asList(Preset.values()), Preset::text);

  private final Section section;

  PresetReader(Section section) {
    this.section = section;
  }

  SearchSpace read(InputShape input, int classes) {
    Preset preset = section.word("preset", PRESETS, Defaults.PRESET);
    SearchSpace space =
        preset.space(
            input,
            classes,
            width(preset),
            SpaceReader.blocks(section),
            SpaceReader.scales(section));
    if (section.findings().trust(section.pointer())
        && DatasetReader.knowsImages(section.findings())) {
      reject(space);
    }
    return space;
  }

  /** One of the preset's widths; by default the narrowest. */
  private PresetWidth width(Preset preset) {
    PresetWidth narrowest = preset.widths().getLast();
    if (!section.findings().trust(section.pointer("preset"))) {
      section.member("width");
      return narrowest;
    }
    return section.word("width", new Words<>(preset.widths(), PresetWidth::text), narrowest);
  }

  private void reject(SearchSpace space) {
    if (!space.violations().isEmpty()) {
      section
          .findings()
          .add(
              section.pointer(),
              "does not fit images of "
                  + space.input().text()
                  + ": "
                  + space.violations().stream()
                      .limit(3)
                      .map(Violation::toString)
                      .collect(Collectors.joining("; ")));
    }
  }
}
