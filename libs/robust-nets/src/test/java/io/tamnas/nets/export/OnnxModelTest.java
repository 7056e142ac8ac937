package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.InputShape;
import io.tamnas.space.Layer;
import io.tamnas.space.Preset;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.Stem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxModelTest {
  private static final Origin ORIGIN = new Origin("a space", "a genotype", "a data set");
  private static final List<ChannelScale> SCALES =
      List.of(new ChannelScale(6), new ChannelScale(20));

  @TempDir Path folder;
  private NDManager manager;

  @BeforeAll
  static void configure() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @BeforeEach
  void open() {
    manager = Engines.newManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<BlockChoice> everyBlock() {
    return BlockChoice.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("everyBlock")
  void givesTheLogitsOfEveryBlockAtBothStrides(BlockChoice block) {
    requireSameLogits(space(new InputShape(3, 16, 16), 8, block), 16);
  }

  @ParameterizedTest
  @MethodSource("everyBlock")
  void givesTheLogitsOnGreyImagesOfOddSides(BlockChoice block) {
    requireSameLogits(space(new InputShape(1, 13, 9), 7, block), 16);
  }

  @ParameterizedTest
  @MethodSource("everyBlock")
  void givesTheLogitsOfMapsThatShrinkToAPixel(BlockChoice block) {
    requireSameLogits(space(new InputShape(3, 3, 2), 8, block), 16);
  }

  /** A stem of an odd width leaves an odd number of channels to part. */
  private static SearchSpace space(InputShape input, int stem, BlockChoice block) {
    List<BlockChoice> blocks = List.of(block);
    return new SearchSpace(
        input,
        4,
        new Stem(stem, 1),
        List.of(
            new Layer(stem + 6, 1, blocks, SCALES),
            new Layer(24, 2, blocks, SCALES),
            new Layer(24, 1, blocks, SCALES),
            new Layer(48, 2, blocks, SCALES)),
        16);
  }

  @ParameterizedTest
  @EnumSource(
      value = Preset.class,
      names = {"TAM", "TAM_NANO"})
  void givesTheLogitsOfAPreset(Preset preset) {
    InputShape input = new InputShape(3, 32, 32);
    SearchSpace space = preset.space(input, 10, preset.widths().getLast(), BlockChoice.ALL, SCALES);

    requireSameLogits(space, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void takesAnyBatch(int batch) {
    requireSameLogits(space(new InputShape(3, 8, 8), 8, BlockChoice.ALL.getLast()), batch);
  }

  private void requireSameLogits(SearchSpace space, int batch) {
    FoldedNetwork network = FoldedSubnets.of(space, alternating(space), manager);
    NDArray images = FoldedSubnets.images(space.input(), batch, 1, manager);
    float[] expected = network.logits(images).toFloatArray();
    try (OnnxClassifier exported = new OnnxClassifier(write(network, "network.onnx"))) {
      float[] logits = exported.logits(images.toFloatArray());

      assertThat(logits).hasSameSizeAs(expected);
      assertThat(spread(expected)).isGreaterThan(0.05);
      for (int i = 0; i < logits.length; i++) {
        assertThat((double) Math.abs(logits[i] - expected[i])).isLessThan(1e-5);
      }
    }
  }

  /** How far the logits lie apart, so that equality says something. */
  private static double spread(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElseThrow()
        - IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElseThrow();
  }

  /** Every block and every scale in turn, layer by layer. */
  private static Genotype alternating(SearchSpace space) {
    int layers = space.layers().size();
    List<Integer> sizes = space.geneSizes();
    return new Genotype(
        IntStream.range(0, 2 * layers).map(i -> (7 * i + 1) % sizes.get(i)).boxed().toList());
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    SearchSpace space = space(new InputShape(3, 8, 8), 8, BlockChoice.ALL.getLast());
    Path first = write(FoldedSubnets.of(space, alternating(space), manager), "first.onnx");
    Path second = write(FoldedSubnets.of(space, alternating(space), manager), "second.onnx");

    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void saysWhereItComesFrom() throws IOException {
    SearchSpace space = space(new InputShape(3, 8, 8), 8, BlockChoice.ALL.getFirst());
    Path file = write(FoldedSubnets.of(space, alternating(space), manager), "network.onnx");
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));

    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getOpsetImportList())
        .singleElement()
        .satisfies(opset -> assertThat(opset.getVersion()).isEqualTo(17));
    assertThat(model.getMetadataPropsList())
        .extracting(StringStringEntryProto::getKey, StringStringEntryProto::getValue)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("space", "a space"),
            org.assertj.core.groups.Tuple.tuple("genotype", "a genotype"),
            org.assertj.core.groups.Tuple.tuple("dataset", "a data set"),
            org.assertj.core.groups.Tuple.tuple("classes", "4"),
            org.assertj.core.groups.Tuple.tuple("opset", "17"));
  }

  private Path write(FoldedNetwork network, String name) {
    Path file = folder.resolve(name);
    OnnxModel.write(network, ORIGIN, file);
    return file;
  }
}
