package io.tamnas.nets.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where classes come from, as an entry of a class path that any Java process can read. A jar or
 * folder is taken where it lies. Of a jar within a Spring Boot jar ({@code
 * nested:/app.jar/!BOOT-INF/lib/some.jar}), which no class path can name, a copy is written.
 */
final class CodeSource {
  private static final Pattern NESTED =
      Pattern.compile("(?:jar:)?nested:(?<outer>.+?)/!(?<inner>[^!]+?)(?:!/)?");

  private CodeSource() {}

  /**
   * That of a class.
   *
   * @param copies a folder for a copy where one is needed
   */
  static Path of(Class<?> type, Path copies) {
    return of(type.getProtectionDomain().getCodeSource().getLocation().toString(), copies);
  }

  /**
   * That of a location.
   *
   * @throws IllegalStateException where it is neither of a file nor of a jar within a jar
   */
  static Path of(String location, Path copies) {
    Matcher nested = NESTED.matcher(location);
    if (nested.matches()) {
      Path outer = Path.of(URI.create("file:" + nested.group("outer")));
      return copy(outer, nested.group("inner"), copies);
    }
    return file(URI.create(location));
  }

  private static Path file(URI location) {
    if (!"file".equals(location.getScheme())) {
      throw new IllegalStateException(
          location + " is neither a file nor a jar within a Spring Boot jar");
    }
    return Path.of(location);
  }

  private static Path copy(Path outer, String inner, Path copies) {
    Path copy = copies.resolve(inner.substring(inner.lastIndexOf('/') + 1));
    try (ZipFile jar = new ZipFile(outer.toFile())) {
      ZipEntry entry = jar.getEntry(inner);
      if (entry == null) {
        throw new IllegalStateException(outer + " has no " + inner);
      }
      try (InputStream content = jar.getInputStream(entry)) {
        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
