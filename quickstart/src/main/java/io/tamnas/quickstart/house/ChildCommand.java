package io.tamnas.quickstart.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param environment added to this process's own; secrets go here, never into the arguments
 * @param directory in which it runs
 * @param log to which its output is appended
 */
public record ChildCommand(
    String name,
    List<String> arguments,
    Map<String, String> environment,
    Path directory,
    Path log) {
  public ChildCommand {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("a command has a program, " + name + " has none");
    }
  }
}
