package io.tamnas.nets.dataset.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What has come of a file so far, and which version of it the server called it (a strong ETag, or
 * the time of its last change), so that the rest can be asked for in a later run.
 */
record PartialFile(Path path) {

  long bytes() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  Optional<String> version() throws IOException {
    return Files.exists(versionFile())
        ? Optional.of(Files.readString(versionFile()))
        : Optional.empty();
  }

  void begin(Optional<String> version) throws IOException {
    delete();
    if (version.isPresent()) {
      Files.writeString(versionFile(), version.get());
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(versionFile());
  }

  String sha256(Runnable goOn) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] piece = new byte[1 << 16];
    try (InputStream content = Files.newInputStream(path)) {
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        digest.update(piece, 0, read);
        goOn.run();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path versionFile() {
    return path.resolveSibling(path.getFileName() + ".version");
  }
}
