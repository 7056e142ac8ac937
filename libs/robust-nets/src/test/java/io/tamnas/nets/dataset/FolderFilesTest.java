package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.image.PixelFormat.Colours;
import io.tamnas.space.InputShape;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  private static final int SIDE = 8;
  private static final Division DIVISION = new Division(2, 1);

  @TempDir Path directory;
  private Path images = Path.of("");
  private Path cache = Path.of("");

  @BeforeEach
  void writeSoundFiles() throws IOException {
    images = directory.resolve("images");
    cache = directory.resolve("cache");
    for (String split : List.of("train", "test")) {
      picture(split + "/b/1.png", 10);
      picture(split + "/b/10.png", 20);
      picture(split + "/b/2.png", 30);
      picture(split + "/B/x.PNG", 40);
    }
    picture("train/a b/y.png", 50);
    picture("test/a b/z.jpeg", 60);
  }

  @Test
  void ordersClassesAndFilesByTheBytesOfTheirNames() {
    SourceImages read = read(3);

    assertThat(labels(read.training())).containsExactly(0, 1, 2, 2, 2);
    assertThat(greys(read.training())).containsExactly(40, 50, 10, 20, 30);
    assertThat(read.name()).isEqualTo("folder");
    assertThat(read.shape()).isEqualTo(new InputShape(1, SIDE, SIDE));
    assertThat(read.classes()).isEqualTo(3);
  }

  @Test
  void mixesTheClassesOfTheTestImages() {
    assertThat(labels(read(3).test())).containsExactlyInAnyOrder(0, 1, 2, 2, 2);
    assertThat(labels(read(3).test())).isNotEqualTo(new int[] {0, 1, 2, 2, 2});
  }

  @Test
  void takesValWhereThereIsNoTest() throws IOException {
    Files.move(images.resolve("test"), images.resolve("val"));
    assertThat(read(3).test().size()).isEqualTo(5);
  }

  @Test
  void passesHiddenNamesOver() throws IOException {
    Files.writeString(images.resolve("train/.DS_Store"), "x");
    Files.writeString(images.resolve("train/b/.thumbs"), "x");
    assertThat(read(3).training().size()).isEqualTo(5);
  }

  @Test
  void decodesOnceAndReadsTheCacheAfterwards() throws IOException {
    String digest = open().digest();
    Path packed = packed();
    var written = Files.getLastModifiedTime(packed);

    assertThat(open().digest()).isEqualTo(digest);
    assertThat(packed()).isEqualTo(packed);
    assertThat(Files.getLastModifiedTime(packed)).isEqualTo(written);
  }

  @Test
  void decodesAgainWhatChanged() throws IOException {
    String digest = open().digest();
    picture("train/b/2.png", 31);

    assertThat(open().digest()).isNotEqualTo(digest);
    assertThat(greys(read(3).training())).contains(31);
  }

  @Test
  void identifiesRecordsAndNotWhereTheyLie() throws IOException {
    String digest = open().digest();
    Path copy = directory.resolve("copy");
    try (Stream<Path> files = Files.walk(images)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(images.relativize(file).toString()));
      }
    }
    images = copy;

    assertThat(open().digest()).isEqualTo(digest);
  }

  @Test
  void makesADamagedCacheAnew() throws IOException {
    String digest = open().digest();
    for (long place : new long[] {0, 40, 900, Files.size(packed()) - 1}) {
      damage(place);
      assertThat(open().digest()).isEqualTo(digest);
    }
    try (RandomAccessFile file = new RandomAccessFile(packed().toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    assertThat(open().digest()).isEqualTo(digest);
  }

  @Test
  void refusesADamagedImageOfTheCache() throws IOException {
    SourceImages read = read(3);
    damage(PackedFile.HEADER + SIDE * SIDE + 3);

    assertThatThrownBy(() -> greys(read.training()))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("the checksum of image 1 (byte 1088) is wrong; delete the file");
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Files.writeString(images.resolve("train/b/bad.png"), "no");
    assertThatThrownBy(() -> read(3)).isInstanceOf(InvalidDatasetException.class);
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files.filter(file -> !file.toString().endsWith(".lock"))).isEmpty();
    }
  }

  @Test
  void stopsWhenAsked() {
    assertThatThrownBy(
            () ->
                FolderFiles.read(
                    source(3),
                    () -> {
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
  }

  @Test
  void namesEveryFileThatIsNoImage() throws IOException {
    Files.writeString(images.resolve("train/b/bad.png"), "GIF89a");
    Files.writeString(images.resolve("test/B/empty.jpg"), "");
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> read(3))
        .satisfies(
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        images.resolve("train/b/bad.png")
                            + " is a GIF file, not PNG or JPEG: convert it or take it away",
                        images.resolve("test/B/empty.jpg") + " is empty"));
  }

  @Test
  void refusesAnotherNumberOfClasses() {
    refuses(4, "train holds 3 directories, one per class; the job says 4 classes");
  }

  @Test
  void refusesSplitsOfDifferentClasses() throws IOException {
    Files.move(images.resolve("test/a b"), images.resolve("test/c"));
    refuses(3, "test lacks class 'a b' of");
    refuses(3, "test has class 'c', ");
  }

  @Test
  void refusesAClassWithoutImages() throws IOException {
    Files.delete(images.resolve("test/a b/z.jpeg"));
    refuses(3, "a b holds no image");
  }

  @Test
  void refusesFilesBesideTheClasses() throws IOException {
    Files.writeString(images.resolve("train/labels.csv"), "x");
    refuses(3, "labels.csv is no directory; images lie in one directory per class");
  }

  @Test
  void refusesDirectoriesWithinAClass() throws IOException {
    Files.createDirectory(images.resolve("train/b/more"));
    refuses(3, "more is a directory, not a file");
  }

  @Test
  void saysWhichSplitsAreMissing() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    images = empty;
    refuses(3, "holds no directory train; expected train/ and test/ (or val/)");
    refuses(3, "holds neither test nor val");
  }

  @Test
  void refusesLinksThatLeadOut() throws IOException {
    Path outside = directory.resolve("outside.png");
    Files.copy(images.resolve("train/b/1.png"), outside);
    Path link = Files.createSymbolicLink(images.resolve("train/b/link.png"), outside);
    refuses(3, "link.png leads out of the data set's directory");
    Files.delete(link);
    Files.createSymbolicLink(images.resolve("train/c"), directory);
    Files.createSymbolicLink(images.resolve("test/c"), directory);
    refuses(4, "train/c leads out of the data set's directory");
  }

  @Test
  void followsLinksThatStay() throws IOException {
    Files.createSymbolicLink(images.resolve("train/b/link.png"), images.resolve("train/b/1.png"));
    assertThat(read(3).training().size()).isEqualTo(6);
  }

  private void refuses(int classes, String problem) {
    assertThatExceptionOfType(InvalidDatasetException.class)
        .isThrownBy(() -> read(classes))
        .withMessageContaining(problem);
  }

  private DatasetSource.Folder source(int classes) {
    return new DatasetSource.Folder(images, cache, SIDE, Colours.GREY, classes);
  }

  private SourceImages read(int classes) {
    return FolderFiles.read(source(classes), () -> {});
  }

  private Dataset open() {
    return Datasets.open(source(3), DIVISION);
  }

  private Path packed() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".packed")).findFirst().orElseThrow();
    }
  }

  private void damage(long place) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(packed().toFile(), "rw")) {
      file.seek(place);
      int value = file.read();
      file.seek(place);
      file.write(value ^ 1);
    }
  }

  private void picture(String name, int grey) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      image.setRGB(pixel % SIDE, pixel / SIDE, new Color(grey, grey, grey).getRGB());
    }
    Path path = images.resolve(name);
    Files.createDirectories(path.getParent());
    ImageIO.write(image, name.endsWith("jpeg") ? "jpeg" : "png", path.toFile());
  }

  private static int[] labels(Images images) {
    return IntStream.range(0, images.size()).map(images::label).toArray();
  }

  private static int[] greys(Images images) {
    return IntStream.range(0, images.size())
        .map(index -> Samples.pixels(images, index, SIDE * SIDE)[0])
        .toArray();
  }
}
