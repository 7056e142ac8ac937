package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.block.Parameter.Beginning;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.CrossEntropy;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.ParameterValues;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Attention;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.Preset;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Grey images of 28×28 go through the same blocks as coloured ones. */
class GreyImagesTest {
  static final List<BlockChoice> BLOCKS = BlockChoice.ALL;

  private static final int IMAGES = 48;
  private static final int BATCH = 8;
  private static final int CLASSES = 10;

  @TempDir Path work;
  @TempDir Path files;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @ParameterizedTest
  @FieldSource("BLOCKS")
  void differentiatesByEveryWeightOfAPathOfOneBlock(BlockChoice block) {
    Dataset dataset = open(new DatasetSource.FashionMnist(files));
    SearchSpace space = space(dataset, BlockChoice.ALL, ChannelScale.ALL);
    Genotype genotype = genotype(space, block);
    assertThat(space.subnet(genotype)).anyMatch(layer -> layer.block().equals(block));
    try (NDManager manager = Engines.newManager()) {
      SupernetPlan plan = new SupernetPlan(space);
      NetworkPlan path = plan.path(genotype);
      PathVariables variables =
          new PathVariables(Supernet.of(plan, values(dataset), manager), path, manager);
      Unfolded execution =
          new Unfolded(
              variables.differentiable(),
              NetworkScaling.NONE,
              new BatchStatistics(manager),
              new Constants(manager));
      NDArray images = images(dataset, manager);
      NDArray labels = manager.create(new long[] {0, 1, 2, 3, 4, 5, 6, 7});

      NDArray logits =
          Gradients.record(
              () -> path.forward(execution, images), found -> CrossEntropy.sum(found, labels));

      assertThat(logits.getShape()).isEqualTo(new Shape(BATCH, CLASSES));
      for (float logit : logits.toFloatArray()) {
        assertThat(logit).isFinite();
      }
      for (Parameter parameter : variables.trained()) {
        assertThat(variables.gradient(parameter).abs().max().getFloat())
            .as(parameter.name())
            .isFinite()
            .isPositive();
      }
    }
  }

  @Test
  void lowersTheLossInAFewSteps() {
    Dataset dataset = open(new DatasetSource.Mnist(files));
    SearchSpace space =
        space(dataset, List.of(BlockChoice.PLAIN.getFirst()), List.of(new ChannelScale(10)));
    Watching watching = Watching.toTheEnd();
    new SupernetTraining(space, dataset, Recipes.adversarial(40), 1)
        .train(watching, work, Optional.empty());

    List<Double> losses =
        watching.metrics.stream()
            .map(metrics -> Objects.requireNonNull(metrics.get("trainingLoss")))
            .toList();
    assertThat(losses).hasSize(2);
    assertThat(losses.getLast()).isLessThan(0.95 * losses.getFirst());
  }

  private static SearchSpace space(
      Dataset dataset, List<BlockChoice> blocks, List<ChannelScale> scales) {
    Preset preset = Preset.TAM_NANO;
    return preset
        .space(dataset.shape(), dataset.classes(), preset.widths().getLast(), blocks, scales)
        .requireValid();
  }

  /** That block at scale 1.0 in every layer; where the map is too large for it, the plain one. */
  private static Genotype genotype(SearchSpace space, BlockChoice block) {
    List<Integer> genes = new ArrayList<>();
    for (Layer layer : space.layers()) {
      BlockChoice plain = new BlockChoice(block.kind(), Attention.NONE);
      genes.add(layer.blocks().indexOf(layer.blocks().contains(block) ? block : plain));
    }
    for (Layer layer : space.layers()) {
      genes.add(layer.scales().indexOf(new ChannelScale(10)));
    }
    return new Genotype(genes);
  }

  /** Where a branch begins as the identity, nothing before its scale would have a gradient. */
  private static ParameterValues values(Dataset dataset) {
    ParameterValues initial =
        new InitialValues(1, PixelStatistics.of(dataset.training(), dataset.shape()));
    return parameter -> {
      float[] values = initial.of(parameter);
      if (parameter.beginning() instanceof Beginning.Constant(float value) && value == 0) {
        Arrays.fill(values, 0.5f);
      }
      return values;
    };
  }

  /** The first of the training split, in [0, 1]. */
  private static NDArray images(Dataset dataset, NDManager manager) {
    byte[] pixels = new byte[BATCH * 28 * 28];
    for (int index = 0; index < BATCH; index++) {
      dataset.training().copyPixels(index, pixels, index * 28 * 28);
    }
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xFF) / 255f;
    }
    return manager.create(values, new Shape(BATCH, 1, 28, 28));
  }

  private Dataset open(DatasetSource source) {
    return Datasets.open(source, new Division(8, 1));
  }

  /** Ten classes, each with a bright band of two rows of its own in noise. */
  @BeforeEach
  void writeFiles() throws IOException {
    for (String split : new String[] {"train", "t10k"}) {
      byte[] pixels = new byte[IMAGES * 28 * 28];
      new SplittableRandom(1).nextBytes(pixels);
      byte[] labels = new byte[IMAGES];
      for (int index = 0; index < IMAGES; index++) {
        labels[index] = (byte) (index % CLASSES);
        for (int i = 0; i < 28 * 28; i++) {
          int pixel = index * 28 * 28 + i;
          boolean bright = i / 28 / 2 == index % CLASSES;
          pixels[pixel] = (byte) (bright ? 255 : (pixels[pixel] & 0xFF) / 4);
        }
      }
      write(split + "-images-idx3-ubyte", pixels, 2051, IMAGES, 28, 28);
      write(split + "-labels-idx1-ubyte", labels, 2049, IMAGES);
    }
  }

  private void write(String name, byte[] values, int... header) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(4 * header.length + values.length);
    for (int number : header) {
      file.putInt(number);
    }
    Files.write(files.resolve(name), file.put(values).array());
  }
}
