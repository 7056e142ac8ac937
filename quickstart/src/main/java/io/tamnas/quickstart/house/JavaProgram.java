package io.tamnas.quickstart.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A packaged service.
 *
 * @param module of the build, such as {@code search-service}
 * @param heapMegabytes the most that its heap takes; tensors are outside it
 * @param options of the JVM, beside those that every service has
 */
public record JavaProgram(String module, int heapMegabytes, List<String> options) {

  public static final JavaProgram SEARCH_SERVICE =
      new JavaProgram("search-service", 512, List.of());
  public static final JavaProgram TRAINER = new JavaProgram("trainer-worker", 1024, List.of());
  public static final JavaProgram EVALUATOR = new JavaProgram("evaluator-worker", 1024, List.of());

  public JavaProgram {
    options = List.copyOf(options);
  }

  /** The same with one more option of the JVM. */
  public JavaProgram with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new JavaProgram(module, heapMegabytes, more);
  }

  /** The call with the JVM that runs this. */
  List<String> command(Build build, int cores) {
    Path jar = build.jar(module);
    if (!Files.isRegularFile(jar)) {
      throw new HouseException(jar + " is missing: build it with ./mvnw package -DskipTests");
    }
    List<String> call = new ArrayList<>();
    call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    call.add("-Xmx" + heapMegabytes + "m");
    call.add("-XX:+ExitOnOutOfMemoryError");
    call.add(
        "-XX:+UseSerialGC"); // what is heavy runs in the tensor engine; the rest should start soon
    call.add("-XX:TieredStopAtLevel=1");
    call.add("-XX:ActiveProcessorCount=" + Math.max(2, cores));
    call.add("--enable-native-access=ALL-UNNAMED");
    call.add("-Dfile.encoding=UTF-8");
    call.add("-Duser.timezone=UTC");
    call.addAll(options);
    call.add("-jar");
    call.add(jar.toString());
    return call;
  }
}
