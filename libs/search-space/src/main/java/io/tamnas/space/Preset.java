package io.tamnas.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ready-made frame of a space: stem, widths, strides and head, in which blocks and channel scales
 * are free.
 *
 * <p>{@code tam-imagenet} at 1/4 has a stem of 8, not 16: its first stage has stride 2 and 16
 * channels, so 16 projected ones would leave none to the main branch.
 */
public enum Preset {
  /** For images of about 32×32: 20 layers, networks of 19 thousand to 6 million parameters. */
  TAM("tam"),
  /** For quick starts and tests: 6 layers. */
  TAM_NANO("tam-nano"),
  /** For images of about 224×224: {@code tam} with stride 2 in the stem and every stage. */
  TAM_IMAGENET("tam-imagenet");

  private final String text;

  Preset(String text) {
    this.text = text;
  }

  /** The name in specifications, such as {@code tam-nano}. */
  public String text() {
    return text;
  }

  /**
   * The preset of that name.
   *
   * @throws IllegalArgumentException naming the known presets
   */
  public static Preset parse(String text) {
    return Arrays.stream(values())
        .filter(preset -> preset.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(text)));
  }

  private static String unknown(String text) {
    return Arrays.stream(values())
        .map(Preset::text)
        .collect(Collectors.joining(", ", "a preset is one of ", ", not '" + text + "'"));
  }

  /** The widths it comes in, the widest first. */
  public List<PresetWidth> widths() {
    return Arrays.stream(PresetWidth.values())
        .filter(width -> PresetFrame.of(this, width).isPresent())
        .toList();
  }

  /**
   * The space of this frame. Non-local blocks are left out of layers whose feature map is too large
   * for them or too small, unless such a layer would have no block left: then its {@link
   * SearchSpace#violations()} name the cause.
   *
   * @param width one of {@link #widths()}
   * @param blocks of every layer, such as {@link BlockChoice#PLAIN} or {@link BlockChoice#ALL}
   * @param scales of every layer, such as {@link ChannelScale#ALL}
   * @throws IllegalArgumentException where the preset does not come in that width
   */
  public SearchSpace space(
      InputShape input,
      int classes,
      PresetWidth width,
      List<BlockChoice> blocks,
      List<ChannelScale> scales) {
    PresetFrame frame =
        PresetFrame.of(this, width).orElseThrow(() -> new IllegalArgumentException(absent(width)));
    FeatureMap map = input.map().through(frame.stem().width(), frame.stem().stride());
    List<Layer> layers = new ArrayList<>();
    for (PresetFrame.Stage stage : frame.stages()) {
      map = map.through(stage.width(), stage.stride());
      List<BlockChoice> fitting = fitting(blocks, map);
      for (int i = 0; i < stage.layers(); i++) {
        layers.add(new Layer(stage.width(), i == 0 ? stage.stride() : 1, fitting, scales));
      }
    }
    return new SearchSpace(input, classes, frame.stem(), layers, frame.headWidth());
  }

  private String absent(PresetWidth width) {
    return widths().stream()
        .map(PresetWidth::text)
        .collect(Collectors.joining(", ", text + " comes in width ", ", not " + width.text()));
  }

  private static List<BlockChoice> fitting(List<BlockChoice> blocks, FeatureMap map) {
    List<BlockChoice> fitting = blocks.stream().filter(block -> block.fits(map)).toList();
    return fitting.isEmpty() ? blocks : fitting;
  }
}
