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
 */
public record JavaProgram(String module, int heapMegabytes) {

  public static final JavaProgram SEARCH_SERVICE = new JavaProgram("search-service", 512);
  public static final JavaProgram TRAINER = new JavaProgram("trainer-worker", 1024);
  public static final JavaProgram EVALUATOR = new JavaProgram("evaluator-worker", 1024);

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
    call.add("-jar");
    call.add(jar.toString());
    return call;
  }
}
