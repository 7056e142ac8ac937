package io.tamnas.nets.dataset.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real file system of a few megabytes; where none can be mounted, the test is skipped. */
record SmallDisk(Path path) implements AutoCloseable {

  static SmallDisk of(int megabytes) throws IOException {
    Path path = Files.createTempDirectory("small-disk");
    boolean mounted =
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
    if (!mounted) {
      Files.delete(path);
    }
    Assumptions.assumeTrue(mounted, "no file system can be mounted here");
    return new SmallDisk(path);
  }

  @Override
  public void close() throws IOException {
    succeeds("umount", "--lazy", path.toString());
    Files.delete(path);
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // no such command here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
