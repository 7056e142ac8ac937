package io.tamnas.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.start.CannotStartException;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataRootTest {
  @TempDir Path folder;
  private Path data;
  private DataRoot root;

  @BeforeEach
  void make() throws IOException {
    data = Files.createDirectory(folder.resolve("data")).toRealPath();
    Files.createDirectory(folder.resolve("outside"));
    root = DataRoot.of(data);
  }

  @Test
  void findsADataSetByItsName() throws IOException {
    Path cifar10 = Files.createDirectory(data.resolve("cifar10"));

    assertThat(root.resolve(reference(null))).isEqualTo(cifar10);
  }

  @Test
  void findsADataSetByItsDirectory() throws IOException {
    Path small = Files.createDirectories(data.resolve("small/cifar"));

    assertThat(root.resolve(reference("small/cifar"))).isEqualTo(small);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../outside", "a/../../outside", "/etc", "", "a\0b"})
  void refusesToLeaveTheRoot(String directory) {
    assertThatThrownBy(() -> root.resolve(reference(directory)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            e -> assertThat(e.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContaining("dataset.directory is a relative path");
  }

  @Test
  void refusesALinkThatLeadsOutOfTheRoot() throws IOException {
    Files.createSymbolicLink(data.resolve("link"), folder.resolve("outside"));

    assertThatThrownBy(() -> root.resolve(reference("link")))
        .hasMessageContaining("dataset.directory");
  }

  @Test
  void saysWhereAMissingDataSetIsExpected() {
    assertThatThrownBy(() -> root.resolve(reference(null)))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("cifar10")
        .hasMessageContaining(data.toString());
  }

  @Test
  void cannotStartWithoutARoot() {
    assertThatThrownBy(() -> DataRoot.of(null))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("TAMNAS_DATA_ROOT");
    assertThatThrownBy(() -> DataRoot.of(data.resolve("nowhere")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("nowhere");
  }

  private static DatasetReference reference(@Nullable String directory) {
    return new DatasetReference("cifar10", directory, 16, 1, null);
  }
}
