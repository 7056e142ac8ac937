package io.tamnas.nets.dataset.download;

import io.tamnas.nets.dataset.InvalidDatasetException;
import java.net.URI;
import java.util.Locale;

/**
 * A file that may be fetched.
 *
 * @param uri http or https; the digest makes either safe
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record RemoteFile(URI uri, String sha256, Size size) {

  /** How large the file may be. */
  public sealed interface Size {
    /** The bytes after which the download is given up. */
    long most();

    /** Known to the byte. */
    record Exactly(long bytes) implements Size {
      public Exactly {
        requirePositive(bytes);
      }

      @Override
      public long most() {
        return bytes;
      }
    }

    /** Known to a bound. */
    record AtMost(long bytes) implements Size {
      public AtMost {
        requirePositive(bytes);
      }

      @Override
      public long most() {
        return bytes;
      }
    }

    private static void requirePositive(long bytes) {
      if (bytes < 1) {
        throw new InvalidDatasetException(
            "the size of a download is at least 1 byte, not " + bytes);
      }
    }
  }

  public RemoteFile {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getHost() == null) {
      throw new InvalidDatasetException(
          "the address of a download begins with http:// or https://, not '" + uri + "'");
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new InvalidDatasetException(
          "a download needs the SHA-256 of its file, 64 lower-case hexadecimal digits, not '"
              + sha256
              + "'");
    }
    if (nameOf(uri).isEmpty()) {
      throw new InvalidDatasetException(
          "the address of a download ends in the name of a file, such as train.tar.gz, not '"
              + uri
              + "'");
    }
  }

  /** The last part of the address. */
  public String name() {
    return nameOf(uri);
  }

  private static String nameOf(URI uri) {
    String path = String.valueOf(uri.getPath());
    String name = path.substring(path.lastIndexOf('/') + 1);
    return EntryName.isPlain(name) ? name : "";
  }
}
