package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.space.InputShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10FilesTest {
  private static final int RECORD = 3073;

  @TempDir Path directory;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write("data_batch_1.bin", records(1, 2, 3));
    write("data_batch_2.bin", records(4, 5));
    write("test_batch.bin", records(9, 0));
  }

  @Test
  void readsRecordsInOrderOfFilesAndPlaces() {
    SourceImages images = Cifar10Files.read(directory);

    assertThat(labels(images.training())).containsExactly(1, 2, 3, 4, 5);
    assertThat(labels(images.test())).containsExactly(9, 0);
  }

  @Test
  void describesItself() {
    SourceImages images = Cifar10Files.read(directory);

    assertThat(images.name()).isEqualTo("cifar10");
    assertThat(images.shape()).isEqualTo(new InputShape(3, 32, 32));
    assertThat(images.classes()).isEqualTo(10);
  }

  @Test
  void copiesPixelsWithoutTheLabel() throws IOException {
    byte[] record = new byte[RECORD];
    for (int place = 1; place < RECORD; place++) {
      record[place] = (byte) place;
    }
    record[0] = 7;
    write("data_batch_2.bin", record);

    assertThat(Samples.pixels(Cifar10Files.read(directory).training(), 3, 3072))
        .isEqualTo(Arrays.copyOfRange(record, 1, RECORD));
  }

  @Test
  void sortsFilesByTheBytesOfTheirNames() throws IOException {
    write("data_batch_10.bin", records(8));
    assertThat(labels(Cifar10Files.read(directory).training())).containsExactly(1, 2, 3, 8, 4, 5);
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    write("batches.meta.txt", new byte[] {1});
    write("data_batch_3.bin.part", new byte[] {1});
    assertThat(Cifar10Files.read(directory).training().size()).isEqualTo(5);
  }

  @Test
  void saysWhatBelongsIntoAMissingDirectory() {
    Path missing = directory.resolve("missing");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar10Files.read(missing))
        .withMessageStartingWith(missing + " does not exist")
        .withMessageContaining("data_batch_1.bin to data_batch_5.bin and test_batch.bin");
  }

  @Test
  void refusesAFileForADirectory() {
    Path file = directory.resolve("test_batch.bin");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar10Files.read(file))
        .withMessageStartingWith(file + " is not a directory");
  }

  @Test
  void refusesALinkThatLeadsToNoDirectory() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("gone"));
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar10Files.read(link))
        .withMessageStartingWith(link + " is a link that leads nowhere");
  }

  @Test
  void saysThatTheTestBatchIsMissing() throws IOException {
    Files.delete(directory.resolve("test_batch.bin"));
    refuses("test_batch.bin", "is missing");
  }

  @Test
  void saysThatTrainingBatchesAreMissing() throws IOException {
    Files.delete(directory.resolve("data_batch_1.bin"));
    Files.delete(directory.resolve("data_batch_2.bin"));
    refuses("", "holds no data_batch_*.bin; expected CIFAR-10's binary version");
  }

  @Test
  void pointsAtTheDirectoryWithinThatHoldsTheFiles() throws IOException {
    Path outer = Files.createDirectory(directory.resolve("outer"));
    Path inner = Files.createDirectory(outer.resolve("cifar-10-batches-bin"));
    Files.write(inner.resolve("test_batch.bin"), records(1));
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar10Files.read(outer))
        .withMessageContaining("its directory cifar-10-batches-bin does");
  }

  @Test
  void recognisesThePythonVersion() throws IOException {
    Files.delete(directory.resolve("data_batch_1.bin"));
    Files.delete(directory.resolve("data_batch_2.bin"));
    write("data_batch_1", new byte[] {1});
    refuses("", "looks like the Python version");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    write("data_batch_2.bin", new byte[0]);
    refuses("data_batch_2.bin", "is empty; each record has 3073 bytes");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    write("data_batch_1.bin", Arrays.copyOf(records(1, 2), 2 * RECORD - 1));
    refuses(
        "data_batch_1.bin",
        "has 6145 bytes: 1 records of 3073 bytes and 3072 bytes more, from byte 3073; it is"
            + " truncated");
  }

  @Test
  void refusesALabelThatNoClassHas() throws IOException {
    write("data_batch_1.bin", records(1, 11));
    refuses("data_batch_1.bin", "record 1 (byte 3073) has label 11; labels are 0 to 9");
  }

  @Test
  void readsLabelsAsUnsigned() throws IOException {
    write("test_batch.bin", records(255));
    refuses("test_batch.bin", "record 0 (byte 0) has label 255");
  }

  @Test
  void refusesADirectoryNamedLikeABatch() throws IOException {
    Files.createDirectory(directory.resolve("data_batch_3.bin"));
    refuses("data_batch_3.bin", "is a directory, not a file");
  }

  @Test
  void namesAllFilesThatAreWrong() throws IOException {
    write("data_batch_1.bin", records(10));
    write("data_batch_2.bin", new byte[5]);
    Files.delete(directory.resolve("test_batch.bin"));

    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar10Files.read(directory))
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .hasSize(3)
                    .allSatisfy(problem -> assertThat(refused).hasMessageContaining(problem)));
  }

  private void refuses(String name, String problem) {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> Cifar10Files.read(directory))
        .withMessageStartingWith(directory.resolve(name).toString())
        .withMessageContaining(problem);
  }

  private static int[] labels(Images images) {
    return IntStream.range(0, images.size()).map(images::label).toArray();
  }

  private static byte[] records(int... labels) {
    byte[] records = new byte[labels.length * RECORD];
    for (int index = 0; index < labels.length; index++) {
      records[index * RECORD] = (byte) labels[index];
    }
    return records;
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }
}
