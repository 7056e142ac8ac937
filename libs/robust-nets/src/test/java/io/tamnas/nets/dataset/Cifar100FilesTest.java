package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.space.InputShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar100FilesTest {
  private static final int RECORD = 3074;

  @TempDir Path directory;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write("train.bin", records(11, 99, 0));
    write("test.bin", records(42));
  }

  @Test
  void takesTheFineLabels() {
    SourceImages images = Cifar100Files.read(directory);

    assertThat(images.name()).isEqualTo("cifar100");
    assertThat(images.shape()).isEqualTo(new InputShape(3, 32, 32));
    assertThat(images.classes()).isEqualTo(100);
    assertThat(images.training().size()).isEqualTo(3);
    assertThat(images.training().label(1)).isEqualTo(99);
    assertThat(images.test().label(0)).isEqualTo(42);
  }

  @Test
  void copiesPixelsWithoutTheLabels() throws IOException {
    byte[] record = records(5);
    for (int place = 2; place < RECORD; place++) {
      record[place] = (byte) place;
    }
    write("test.bin", record);

    assertThat(Samples.pixels(Cifar100Files.read(directory).test(), 0, 3072))
        .isEqualTo(Arrays.copyOfRange(record, 2, RECORD));
  }

  @Test
  void refusesAFineLabelThatNoClassHas() throws IOException {
    write("train.bin", records(1, 100));
    refuses("train.bin", "record 1 (byte 3075) has fine label 100; fine labels are 0 to 99");
  }

  @Test
  void refusesACoarseLabelThatNoGroupHas() throws IOException {
    byte[] records = records(1, 2);
    records[RECORD] = 20;
    write("train.bin", records);
    refuses("train.bin", "record 1 (byte 3074) has coarse label 20; coarse labels are 0 to 19");
  }

  @Test
  void refusesFilesOfCifar10() throws IOException {
    write("train.bin", new byte[10 * 3073]);
    refuses("train.bin", "has 30730 bytes: 9 records of 3074 bytes and 3064 bytes more");
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    Files.delete(directory.resolve("test.bin"));
    refuses("test.bin", "is missing");
  }

  @Test
  void pointsAtTheDirectoryWithinThatHoldsTheFiles() throws IOException {
    Path outer = Files.createDirectory(directory.resolve("outer"));
    Files.write(
        Files.createDirectory(outer.resolve("cifar-100-binary")).resolve("train.bin"), records(1));
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar100Files.read(outer))
        .withMessageContaining("its directory cifar-100-binary does: name that one");
  }

  @Test
  void recognisesThePythonVersion() throws IOException {
    Path python = Files.createDirectory(directory.resolve("python"));
    Files.write(python.resolve("train"), new byte[] {1});
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar100Files.read(python))
        .withMessageContaining("looks like the Python version");
  }

  private void refuses(String name, String problem) {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar100Files.read(directory))
        .withMessageStartingWith(directory.resolve(name).toString())
        .withMessageContaining(problem);
  }

  private static byte[] records(int... labels) {
    byte[] records = new byte[labels.length * RECORD];
    for (int index = 0; index < labels.length; index++) {
      records[index * RECORD + 1] = (byte) labels[index];
    }
    return records;
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }
}
