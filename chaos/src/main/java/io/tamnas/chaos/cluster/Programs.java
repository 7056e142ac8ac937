package io.tamnas.chaos.cluster;

import io.tamnas.quickstart.house.Build;
import io.tamnas.quickstart.house.ChildCommand;
import io.tamnas.quickstart.house.ChildProcess;
import io.tamnas.quickstart.house.JavaProgram;
import io.tamnas.quickstart.house.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The built services, unpacked, with what the JVMs of a first run wrote down about the classes that
 * they loaded and linked (an AOT cache): whoever is started again and again should start soon.
 */
public final class Programs {

  private static final Duration UNPACKING = Duration.ofMinutes(1);
  private static final List<JavaProgram> ALL =
      List.of(JavaProgram.SEARCH_SERVICE, JavaProgram.TRAINER, JavaProgram.EVALUATOR);

  private final Build build;

  private Programs(Build build) {
    this.build = build;
  }

  /** Unpacks what was built into a directory that is emptied first. */
  public static Programs unpack(Build built, Path directory) {
    Build unpacked = new Build(directory.toAbsolutePath(), built.version());
    Trees.delete(unpacked.root());
    Trees.create(unpacked.root());
    List<ChildProcess> all =
        ALL.stream().map(program -> unpack(built, unpacked, program.module())).toList();
    for (ChildProcess one : all) {
      if (one.awaitExit(UNPACKING) != 0) {
        throw new IllegalStateException(one.obituary().orElse(one.name() + " failed"));
      }
    }
    return new Programs(unpacked);
  }

  private static ChildProcess unpack(Build built, Build unpacked, String module) {
    return ChildProcess.start(
        new ChildCommand(
            "unpacking of " + module,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                built.jar(module).toString(),
                "extract",
                "--destination",
                unpacked.jar(module).resolveSibling("").toString()),
            Map.of(),
            unpacked.root(),
            unpacked.root().resolve(module + ".log")));
  }

  /** The working copy in which they lie. */
  Build build() {
    return build;
  }

  /** Whether no run has written anything down yet. */
  boolean areUnknown() {
    return ALL.stream().noneMatch(program -> Files.exists(cache(program)));
  }

  /** A program whose JVM takes what is known of it. */
  JavaProgram known(JavaProgram program) {
    return Files.exists(cache(program)) ? program.with("-XX:AOTCache=" + cache(program)) : program;
  }

  /** A program whose JVM, when it is asked to end, writes down what it knows. */
  JavaProgram learning(JavaProgram program) {
    return program.with("-XX:AOTCacheOutput=" + cache(program));
  }

  private Path cache(JavaProgram program) {
    return build.root().resolve(program.module() + ".aot");
  }
}
