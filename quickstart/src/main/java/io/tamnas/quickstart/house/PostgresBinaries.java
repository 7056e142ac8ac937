package io.tamnas.quickstart.house;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL distribution that comes with the build, unpacked into a directory. */
record PostgresBinaries(Path directory) {

  static PostgresBinaries unpack(Path directory) {
    try (InputStream packed = resource();
        TarArchiveInputStream archive =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      TarArchiveEntry entry;
      while ((entry = archive.getNextEntry()) != null) {
        write(archive, entry, directory);
      }
    } catch (IOException e) {
      throw new HouseException(
          "PostgreSQL cannot be unpacked into " + directory + ": " + e.getMessage(), e);
    }
    return new PostgresBinaries(directory);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private static InputStream resource() throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    InputStream found =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system.startsWith("mac")
                ? "Darwin"
                : system.startsWith("windows") ? "Windows" : "Linux",
            machine.equals("amd64") ? "x86_64" : machine);
    if (found == null) {
      throw new IOException("the build brings no PostgreSQL for " + system + " on " + machine);
    }
    return found;
  }

  private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path directory)
      throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new IOException("the archive leaves its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, directory.resolve(entry.getLinkName()));
    } else {
      Files.copy(archive, target);
      if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
        throw new IOException(target + " cannot be made executable");
      }
    }
  }
}
