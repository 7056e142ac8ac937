package io.tamnas.nets.dataset.download;

import io.tamnas.nets.cache.CacheFailedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A downloaded file and what becomes of it: the end of its name tells. */
record Archive(Path file, String name) {

  /** The forms that are unpacked. */
  private enum Form {
    TAR,
    TAR_GZ,
    ZIP,
    GZ,
    /** Taken as it is. */
    PLAIN;

    static Form of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
        return TAR_GZ;
      }
      if (lower.endsWith(".tar")) {
        return TAR;
      }
      if (lower.endsWith(".zip")) {
        return ZIP;
      }
      return lower.endsWith(".gz") ? GZ : PLAIN;
    }
  }

  /**
   * Unpacks it, or puts it there as it is.
   *
   * @throws UnsafeArchiveException where it would write outside of the directory, holds anything
   *     but files and directories, or more than an archive of its size should
   */
  void unpackInto(Path directory, Runnable goOn) throws IOException {
    Unpacking unpacking = new Unpacking(directory, Files.size(file), goOn);
    switch (Form.of(name)) {
      case TAR_GZ -> {
        try (InputStream stream = gunzipped()) {
          untar(stream, unpacking);
        }
      }
      case TAR -> {
        try (InputStream stream = opened()) {
          untar(stream, unpacking);
        }
      }
      case ZIP -> unzip(unpacking);
      case GZ -> {
        try (InputStream stream = gunzipped()) {
          unpacking.file(name.substring(0, name.length() - ".gz".length()), stream);
        }
      }
      case PLAIN -> place(EntryName.within(directory, name));
    }
  }

  /** A second name for the same bytes where the disk knows such. */
  private void place(Path target) {
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | IOException noLinks) {
      copy(target);
    }
  }

  private void copy(Path target) {
    try {
      Files.copy(file, target);
    } catch (IOException failed) {
      throw new CacheFailedException(target, failed);
    }
  }

  private InputStream opened() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private InputStream gunzipped() throws IOException {
    InputStream stream = opened();
    try {
      return new GZIPInputStream(stream, 1 << 16);
    } catch (IOException noGzip) {
      stream.close();
      throw noGzip;
    }
  }

  private static void untar(InputStream stream, Unpacking unpacking) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isDirectory()) {
          unpacking.directory(entry.getName());
        } else if (isPlain(entry)) {
          unpacking.file(entry.getName(), tar);
        } else {
          throw noFile(entry.getName());
        }
      }
    }
  }

  /** {@code isFile} alone says yes to links and devices too. */
  private static boolean isPlain(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isLink()
        && !entry.isSymbolicLink()
        && !entry.isBlockDevice()
        && !entry.isCharacterDevice()
        && !entry.isFIFO()
        && !entry.isSparse();
  }

  private void unzip(Unpacking unpacking) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (entry.isUnixSymlink()) {
          throw noFile(entry.getName());
        }
        if (entry.isDirectory()) {
          unpacking.directory(entry.getName());
        } else {
          try (InputStream content = zip.getInputStream(entry)) {
            unpacking.file(entry.getName(), content);
          }
        }
      }
    }
  }

  private static UnsafeArchiveException noFile(String entry) {
    return new UnsafeArchiveException(
        "its entry '" + entry + "' is a link or a device; only files and directories are unpacked");
  }
}
