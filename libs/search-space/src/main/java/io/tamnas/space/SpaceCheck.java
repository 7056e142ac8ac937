package io.tamnas.space;

import java.util.ArrayList;
import java.util.List;

/** Collects every violation of a space, in the order of its text. */
final class SpaceCheck {

  private static final int MOST_LAYERS = 256;
  private static final int MOST_CLASSES = 100_000;
  private static final int LARGEST_WIDTH = 8192;
  private static final int LONGEST_SIDE = 8192;
  private static final int MOST_INPUT_CHANNELS = 1024;
  private static final long MOST_INPUT_VALUES = 1L << 28;

  private final SearchSpace space;
  private final List<Violation> violations = new ArrayList<>();

  private SpaceCheck(SearchSpace space) {
    this.space = space;
  }

  static List<Violation> of(SearchSpace space) {
    SpaceCheck check = new SpaceCheck(space);
    check.frame();
    check.layers();
    return List.copyOf(check.violations);
  }

  private void frame() {
    input(space.input());
    range("classes", space.classes(), 2, MOST_CLASSES);
    range("stem/width", space.stem().width(), 2, LARGEST_WIDTH);
    range("headWidth", space.headWidth(), 1, LARGEST_WIDTH);
    if (space.layers().isEmpty() || space.layers().size() > MOST_LAYERS) {
      add("layers", "must be 1 to %s layers, is %s".formatted(MOST_LAYERS, space.layers().size()));
    }
  }

  private void input(InputShape input) {
    range("input/channels", input.channels(), 1, MOST_INPUT_CHANNELS);
    range("input/height", input.height(), 1, LONGEST_SIDE);
    range("input/width", input.width(), 1, LONGEST_SIDE);
    long values = (long) input.height() * input.width();
    if (values > MOST_INPUT_VALUES / input.channels()) {
      add(
          "input",
          "must have at most %s values per image, is %s"
              .formatted(MOST_INPUT_VALUES, input.text()));
    }
  }

  private void layers() {
    Stem stem = space.stem();
    FeatureMap map = after("stem", space.input().map(), stem.width(), stem.stride());
    for (int i = 0; i < space.layers().size(); i++) {
      map = layer("layers/" + i, map, space.layers().get(i));
    }
  }

  private FeatureMap layer(String path, FeatureMap entering, Layer layer) {
    width(path + "/width", entering, layer);
    FeatureMap leaving = after(path, entering, layer.width(), layer.stride());
    choices(path + "/blocks", layer.blocks());
    nonLocal(path + "/blocks/", layer.blocks(), leaving);
    choices(path + "/scales", layer.scales());
    return leaving;
  }

  private void width(String path, FeatureMap entering, Layer layer) {
    int width = layer.width();
    if (width < 4 || width > LARGEST_WIDTH || width % 2 != 0) {
      add(path, "must be an even number from 4 to %s, is %s".formatted(LARGEST_WIDTH, width));
      return;
    }
    if (entering.channels() > LARGEST_WIDTH) {
      return; // a violation of its own, and no measure for this layer
    }
    int passed = layer.stride() == 2 ? entering.channels() : (entering.channels() + 1) / 2;
    if (width <= passed) {
      add(
          path,
          "must be more than the %s channels that go beside the main branch, is %s"
              .formatted(passed, width));
    }
  }

  /** The map behind a convolution; behind one of an impossible stride, as if it were 1. */
  private FeatureMap after(String path, FeatureMap entering, int width, int stride) {
    if (stride != 1 && stride != 2) {
      add(path + "/stride", "must be 1 or 2, is " + stride);
      return entering.through(width, 1);
    }
    if (stride == 2 && !entering.hasAtLeast(2)) {
      add(
          path + "/stride",
          "must be 1, because the feature map is down to %s here, is 2"
              .formatted(entering.sides()));
    }
    return entering.through(width, stride);
  }

  private <T> void choices(String path, List<T> choices) {
    if (choices.isEmpty()) {
      add(path, "must have at least one choice, is empty");
    }
    for (int i = 0; i < choices.size(); i++) {
      int first = choices.indexOf(choices.get(i));
      if (first < i) {
        add(
            path + "/" + i,
            "must differ from that at %s, is %s too".formatted(first, choices.get(i)));
      }
    }
  }

  private void nonLocal(String path, List<BlockChoice> blocks, FeatureMap leaving) {
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).fits(leaving)) {
        add(
            path + i,
            "%s needs a feature map from 2x2 to 16x16 behind the layer's stride, here it is %s"
                .formatted(blocks.get(i), leaving.sides()));
      }
    }
  }

  private void range(String path, int value, int least, int most) {
    if (value < least || value > most) {
      add(path, "must be between %s and %s, is %s".formatted(least, most, value));
    }
  }

  private void add(String path, String message) {
    violations.add(new Violation(path, message));
  }
}
