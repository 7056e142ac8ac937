package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Preset;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grey images of 28×28 go through the same blocks as coloured ones. */
class GreyImagesTest {
  private static final int IMAGES = 48;

  @TempDir Path work;
  @TempDir Path files;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void trainsEveryBlockOnMnist() throws IOException {
    writeFiles();
    assertThat(lossAfterTraining(new DatasetSource.Mnist(files), Preset.TAM_NANO)).isFinite();
  }

  @Test
  void trainsTheLargerPresetOnFashionMnist() throws IOException {
    writeFiles();
    assertThat(lossAfterTraining(new DatasetSource.FashionMnist(files), Preset.TAM)).isFinite();
  }

  private double lossAfterTraining(DatasetSource source, Preset preset) {
    Dataset dataset = Datasets.open(source, new Division(8, 1));
    SearchSpace space =
        preset
            .space(
                dataset.shape(),
                dataset.classes(),
                preset.widths().getLast(),
                BlockChoice.ALL,
                ChannelScale.ALL)
            .requireValid();
    Watching watching = Watching.toTheEnd();
    new SupernetTraining(space, dataset, Recipes.adversarial(2), 1)
        .train(watching, work, Optional.empty());
    return Objects.requireNonNull(watching.metrics.getLast().get("trainingLoss"));
  }

  /** Noise of ten classes. */
  private void writeFiles() throws IOException {
    for (String split : new String[] {"train", "t10k"}) {
      byte[] pixels = new byte[IMAGES * 28 * 28];
      new SplittableRandom(1).nextBytes(pixels);
      byte[] labels = new byte[IMAGES];
      for (int index = 0; index < IMAGES; index++) {
        labels[index] = (byte) (index % 10);
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
