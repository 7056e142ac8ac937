package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskSpaceTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
  void recognisesAFullDisk(String reason) {
    assertThat(DiskSpace.failure(directory, new IOException(reason))).isInstanceOf(StoreFull.class);
    assertThat(DiskSpace.failure(directory, new FileSystemException("/a/b", null, reason)))
        .isInstanceOf(StoreFull.class);
  }

  @Test
  void tellsOtherFailuresFromIt() {
    assertThat(DiskSpace.failure(directory, new IOException("Input/output error")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("Input/output error");
  }
}
