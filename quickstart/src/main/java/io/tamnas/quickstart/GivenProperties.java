package io.tamnas.quickstart;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties that the user gave: those of this JVM, and the names of those that were given to
 * Maven. Maven hands over by value only what the build file names, so that a misspelt one would be
 * lost if its name did not come along.
 */
record GivenProperties(Properties system) {

  /** Maven's own properties as text: {@code {a=1, b=2}}. */
  static final String OF_MAVEN = "tamnas.given";

  private static final Pattern NAME = Pattern.compile("(?:\\{|, )(quickstart\\.[^=,\\s]+)=");

  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    Matcher matcher = NAME.matcher(system.getProperty(OF_MAVEN, ""));
    while (matcher.find()) {
      all.put(matcher.group(1), "");
    }
    system.stringPropertyNames().forEach(name -> all.put(name, system.getProperty(name)));
    return all;
  }
}
