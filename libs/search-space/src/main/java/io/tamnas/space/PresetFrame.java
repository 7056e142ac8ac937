package io.tamnas.space;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a preset fixes: the stem, the stages of equally wide layers, and the head. */
record PresetFrame(Stem stem, List<Stage> stages, int headWidth) {

  private static final List<Integer> TAM_LAYERS = List.of(4, 4, 8, 4);
  private static final List<Integer> SMALL_INPUT_STRIDES = List.of(1, 2, 2, 1);
  private static final List<Integer> LARGE_INPUT_STRIDES = List.of(2, 2, 2, 2);

  /**
   * Layers of one width.
   *
   * @param stride of the first; the others have 1
   */
  record Stage(int layers, int width, int stride) {}

  /** The frame of a preset in that width; empty where it does not come in it. */
  static Optional<PresetFrame> of(Preset preset, PresetWidth width) {
    return switch (preset) {
      case TAM -> Optional.of(tam(new Stem(tamStem(width), 1), SMALL_INPUT_STRIDES, width));
      case TAM_IMAGENET ->
          Optional.of(tam(new Stem(imagenetStem(width), 2), LARGE_INPUT_STRIDES, width));
      case TAM_NANO -> Optional.of(nano()).filter(frame -> width == PresetWidth.FULL);
    };
  }

  private static PresetFrame tam(Stem stem, List<Integer> strides, PresetWidth width) {
    return switch (width) {
      case FULL -> of(stem, TAM_LAYERS, List.of(64, 160, 320, 640), strides, 1024);
      case HALF -> of(stem, TAM_LAYERS, List.of(32, 80, 160, 320), strides, 512);
      case QUARTER -> of(stem, TAM_LAYERS, List.of(16, 40, 80, 160), strides, 256);
      case EIGHTH -> of(stem, TAM_LAYERS, List.of(16, 24, 40, 80), strides, 128);
    };
  }

  private static int tamStem(PresetWidth width) {
    return switch (width) {
      case FULL, HALF, QUARTER -> 16;
      case EIGHTH -> 8;
    };
  }

  private static int imagenetStem(PresetWidth width) {
    return switch (width) {
      case FULL, HALF -> 16;
      case QUARTER, EIGHTH -> 8;
    };
  }

  private static PresetFrame nano() {
    Stem stem = new Stem(8, 1);
    return of(stem, List.of(2, 2, 2), List.of(16, 32, 64), List.of(1, 2, 2), 64);
  }

  private static PresetFrame of(
      Stem stem, List<Integer> layers, List<Integer> widths, List<Integer> strides, int head) {
    List<Stage> stages =
        IntStream.range(0, layers.size())
            .mapToObj(i -> new Stage(layers.get(i), widths.get(i), strides.get(i)))
            .toList();
    return new PresetFrame(stem, stages, head);
  }
}
