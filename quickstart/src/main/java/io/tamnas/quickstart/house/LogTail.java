package io.tamnas.quickstart.house;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log. */
public final class LogTail {

  private static final int LINES = 25;
  private static final int BYTES = 16 * 1024;

  private LogTail() {}

  /** The last 25 lines, indented; says so where there are none. */
  public static String of(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      return lastLines(new String(end, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "  (it cannot be read: " + e.getMessage() + ")";
    }
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()) {
      return "  (it is empty)";
    }
    return String.join(
        "\n",
        lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
            .map(line -> "  " + line)
            .toList());
  }
}
