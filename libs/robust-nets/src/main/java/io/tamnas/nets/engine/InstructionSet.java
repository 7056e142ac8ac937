package io.tamnas.nets.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which vector instructions the engine's kernels may use. */
final class InstructionSet {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final List<String> DECIDING =
      List.of(
          "avx2",
          "fma",
          "avx512f",
          "avx512bw",
          "avx512dq",
          "avx512vl",
          "avx512_vnni",
          "avx512_bf16",
          "amx_tile",
          "asimd",
          "asimddp",
          "sve",
          "bf16");

  private InstructionSet() {}

  /** The architecture, the deciding flags of the processor, and what an override caps them to. */
  static String text() {
    return System.getProperty("os.arch") + flags() + caps(System.getenv());
  }

  private static String flags() {
    if (!Files.isReadable(PROCESSOR)) {
      return "";
    }
    try {
      return flags(Files.readString(PROCESSOR, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String flags(String processor) {
    Set<String> flags =
        processor
            .lines()
            .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
            .limit(1)
            .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).split("\\s+")))
            .collect(Collectors.toCollection(TreeSet::new));
    return DECIDING.stream()
        .filter(flags::contains)
        .map(flag -> "+" + flag)
        .collect(Collectors.joining());
  }

  static String caps(Map<String, String> environment) {
    return List.of("ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA").stream()
        .filter(environment::containsKey)
        .map(name -> " " + name + "=" + environment.get(name))
        .collect(Collectors.joining());
  }
}
