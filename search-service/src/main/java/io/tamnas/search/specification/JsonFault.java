package io.tamnas.search.specification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Why a text is no JSON, in words for whoever wrote it. */
public final class JsonFault {

  /** What the parser says about itself rather than about the text. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\s*\\((start marker )?at \\[Source: [^\\]]*\\]\\)|, from `[^`]*`|\\[Source: [^\\]]*\\]");

  private JsonFault() {}

  /** Line, column and what is wrong there. */
  public static String describe(JacksonException fault) {
    String reason = fault.getOriginalMessage().lines().findFirst().orElse("this is no JSON");
    return place(fault.getLocation()) + ASIDE.matcher(reason).replaceAll("");
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
  }
}
