package io.tamnas.quickstart.progress;

import java.io.PrintStream;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** Where people read: a terminal, or a file that holds what a terminal would have shown. */
public final class Screen {

  /** What stands in for signs that the screen's character set lacks. */
  private static final Map<Integer, String> PLAIN =
      Map.of(
          (int) '█', "#",
          (int) '░', ".",
          (int) 'ε', "eps",
          (int) '∞', "inf",
          (int) '–', "-",
          (int) '×', "x",
          (int) '…', "...",
          (int) '≤', "<=");

  private final PrintStream out;
  private final CharsetEncoder encoder;

  public Screen(PrintStream out) {
    this.out = out;
    this.encoder = out.charset().newEncoder();
  }

  public void line(String text) {
    out.println(readable(text));
    out.flush();
  }

  /** Replaces what stands on the terminal's current line. */
  void overwrite(String text) {
    out.print("\r" + readable(text) + "\u001B[K");
    out.flush();
  }

  /** Ends the current line of a terminal. */
  void endLine() {
    out.println();
    out.flush();
  }

  private String readable(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(sign -> plain.append(readable(sign)));
    return plain.toString();
  }

  private String readable(int sign) {
    String text = Character.toString(sign);
    return encoder.canEncode(text) ? text : PLAIN.getOrDefault(sign, "?");
  }
}
