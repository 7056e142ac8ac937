package io.tamnas.quickstart.house;

import java.nio.file.Path;

/**
 * A built working copy of the project.
 *
 * @param root its first directory
 * @param version of its modules
 */
public record Build(Path root, String version) {

  /** Of the system properties {@code tamnas.root} and {@code tamnas.version}. */
  public static Build ofProperties() {
    return new Build(Path.of(required("tamnas.root")).toAbsolutePath(), required("tamnas.version"));
  }

  /** Where the build puts a service that can be run. */
  public Path jar(String module) {
    return root.resolve(module)
        .resolve("target")
        .resolve("%s-%s-exec.jar".formatted(module, version));
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new HouseException("system property " + property + " is missing; Maven sets it");
    }
    return value;
  }
}
