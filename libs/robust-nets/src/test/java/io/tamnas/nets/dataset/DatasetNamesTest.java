package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.image.PixelFormat.Colours;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatasetNamesTest {
  private static final Path DIRECTORY = Path.of("files");
  private static final DatasetSource.Shapes DRAWN = new DatasetSource.Shapes(16, 32, 16, 1);

  private static final DatasetSource.Folder PICTURES =
      new DatasetSource.Folder(DIRECTORY, DIRECTORY, 32, Colours.RGB, 2);

  @Test
  void namesEveryDataset() {
    assertThat(source("shapes")).isEqualTo(DRAWN);
    assertThat(source("cifar10")).isEqualTo(new DatasetSource.Cifar10(DIRECTORY));
    assertThat(source("cifar100")).isEqualTo(new DatasetSource.Cifar100(DIRECTORY));
    assertThat(source("svhn")).isEqualTo(new DatasetSource.Svhn(DIRECTORY));
    assertThat(source("fashion-mnist")).isEqualTo(new DatasetSource.FashionMnist(DIRECTORY));
    assertThat(source("folder")).isEqualTo(PICTURES);
    assertThat(source("mnist")).isEqualTo(new DatasetSource.Mnist(DIRECTORY));
  }

  @Test
  void asksForNoDirectoryOfWhatIsDrawn() {
    DatasetSource source =
        DatasetNames.source(
            "shapes",
            () -> {
              throw new AssertionError("shapes have no files");
            },
            () -> DRAWN,
            () -> PICTURES);

    assertThat(source).isEqualTo(DRAWN);
  }

  @Test
  void saysWhichNamesAreKnown() {
    assertThatThrownBy(() -> source("imagenet"))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessage(
            "no data set is called 'imagenet'; known are shapes, cifar10, cifar100, svhn,"
                + " mnist, fashion-mnist and folder");
  }

  private static DatasetSource source(String name) {
    return DatasetNames.source(name, () -> DIRECTORY, () -> DRAWN, () -> PICTURES);
  }
}
