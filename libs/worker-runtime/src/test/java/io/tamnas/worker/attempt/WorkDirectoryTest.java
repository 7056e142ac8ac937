package io.tamnas.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.start.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir Path root;

  @Test
  void refusesAFolderThatAnotherWorkerUses() throws Exception {
    try (WorkDirectory first = WorkDirectory.open(root)) {
      assertThat(first.artifacts()).startsWithRaw(root);
      assertThatThrownBy(() -> WorkDirectory.open(root))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("is used by another worker");
    }
  }

  @Test
  void deletesWhatAnEarlierProcessLeft() throws Exception {
    Path left;
    try (WorkDirectory first = WorkDirectory.open(root)) {
      left = first.create(new AttemptReference(new UUID(0, 1), 3));
      Files.writeString(left.resolve("state"), "half");
    }

    WorkDirectory.open(root).close();

    assertThat(left).doesNotExist();
  }

  @Test
  void leavesAFolderThatCannotBeDeleted() {
    Path undeletable = Path.of("/proc/self/fdinfo");
    Assumptions.assumeTrue(Files.isDirectory(undeletable), "no folder of the kernel is here");

    WorkDirectory.delete(undeletable);

    assertThat(undeletable).isNotEmptyDirectory();
  }

  @Test
  void saysWhatCannotBeWritten() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "");

    assertThatThrownBy(() -> WorkDirectory.open(file))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("tamnas.work.directory")
        .hasMessageContaining(file.toString());
  }
}
