package io.tamnas.search.specification;

import io.tamnas.space.InputShape;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.Stem;
import java.util.List;

/** Reads a space that is written in full: stem, every layer, head. */
final class FullSpaceReader {

  private static final Range WIDTH = new Range(1, 8192);
  private static final Range STRIDE = new Range(1, 2);
  private static final Range LAYERS = new Range(1, 256);
  private static final String LAYER =
      "a list of layers such as {\"width\": 16, \"stride\": 1, \"blocks\": [\"shuffle3\"],"
          + " \"scales\": [1.0]}";

  private final Section section;
  private boolean frameRead = true;

  FullSpaceReader(Section section) {
    this.section = section;
  }

  SearchSpace read(InputShape input, int classes) {
    Section stemSection = section.section("stem");
    Stem stem = new Stem(frame(stemSection, "width", WIDTH), stride(stemSection));
    stemSection.finish();
    SearchSpace space =
        new SearchSpace(input, classes, stem, layers(), frame(section, "headWidth", WIDTH));
    if (frameRead && DatasetReader.knowsImages(section.findings())) {
      report(space);
    }
    return space;
  }

  private List<Layer> layers() {
    section.required("layers", LAYER);
    List<Layer> layers =
        section
            .list("layers", LAYERS)
            .map(items -> items.stream().map(Section::of).map(this::layer).toList())
            .orElse(List.of());
    frameRead &= !layers.isEmpty();
    return layers;
  }

  private Layer layer(Section layer) {
    int width = frame(layer, "width", WIDTH);
    Layer read =
        new Layer(width, stride(layer), SpaceReader.blocks(layer), SpaceReader.scales(layer));
    layer.finish();
    return read;
  }

  private int stride(Section section) {
    int stride = section.wholeNumber("stride", STRIDE, 1);
    frameRead &= section.findings().trust(section.pointer("stride"));
    return stride;
  }

  /** A number without which nothing can be said about the layers behind it. */
  private int frame(Section section, String name, Range range) {
    section.required(name, range.text());
    int value = section.wholeNumber(name, range, 16);
    frameRead &= section.findings().trust(section.pointer(name));
    return value;
  }

  private void report(SearchSpace space) {
    Findings findings = section.findings();
    space.violations().stream()
        .filter(violation -> findings.trust(section.pointer() + "/" + violation.path()))
        .forEach(
            violation ->
                findings.add(section.pointer() + "/" + violation.path(), violation.message()));
  }
}
