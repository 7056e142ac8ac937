package io.tamnas.worker.dataset;

import io.tamnas.worker.start.CannotStartException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The files of a data set that may be fetched: one, or a list. None without its digest.
 *
 * @param url of the one file
 * @param sha256 of the one file
 * @param size of the one file in bytes, where it is known
 * @param files instead, where there are several
 */
public record Download(
    @Nullable URI url,
    @Nullable String sha256,
    @Nullable Long size,
    @DefaultValue List<File> files) {

  /** One of several files. */
  public record File(@Nullable URI url, @Nullable String sha256, @Nullable Long size) {}

  public Download {
    files = List.copyOf(files);
  }

  /** The one file, or all of the list. */
  public List<File> all() {
    return files.isEmpty() ? List.of(new File(url, sha256, size)) : files;
  }

  void requireComplete(String setting) {
    if (!files.isEmpty() && (url != null || sha256 != null || size != null)) {
      throw new CannotStartException(setting + " has either url and sha256 or files, not both");
    }
    for (int index = 0; index < files.size(); index++) {
      requireComplete(files.get(index), "%s.files[%d]".formatted(setting, index));
    }
    if (files.isEmpty()) {
      requireComplete(all().getFirst(), setting);
    }
  }

  private static void requireComplete(File file, String setting) {
    URI url = file.url();
    String scheme = url == null ? "" : String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new CannotStartException(
          setting + ".url must be an address that begins with http:// or https://, is " + url);
    }
    String digest = file.sha256();
    if (digest == null || !digest.matches("[0-9a-f]{64}")) {
      throw new CannotStartException(
          setting
              + ".sha256 must be the SHA-256 of the file, 64 lower-case hexadecimal digits, is "
              + digest
              + "; nothing is downloaded without it");
    }
    Long size = file.size();
    if (size != null && size < 1) {
      throw new CannotStartException(
          setting + ".size must be the file's number of bytes, at least 1, is " + size);
    }
  }
}
