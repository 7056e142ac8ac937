package io.tamnas.search.specification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Why a text is no JSON, in words for whoever wrote it. */
public final class JsonFault {

  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^\\]]*?line: (\\d+)[^\\]]*\\]");

  private JsonFault() {}

  /** Line, column and what is wrong there. */
  public static String describe(JacksonException fault) {
    String reason = fault.getOriginalMessage().lines().findFirst().orElse("this is no JSON");
    return place(fault.getLocation()) + SOURCE.matcher(reason).replaceAll("line $1");
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : "line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
  }
}
