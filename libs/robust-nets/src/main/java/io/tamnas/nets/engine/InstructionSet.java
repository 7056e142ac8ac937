package io.tamnas.nets.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which kernels the engine may choose: the processor and its vector instructions. */
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

  /** As Linux names them, on x86 and on ARM. */
  private static final List<String> MAKE =
      List.of("vendor_id", "cpu family", "model", "CPU implementer", "CPU variant", "CPU part");

  private static final List<String> CAPS =
      List.of(
          "ATEN_CPU_CAPABILITY",
          "ONEDNN_MAX_CPU_ISA",
          "DNNL_MAX_CPU_ISA",
          "MKL_CBWR",
          "MKL_ENABLE_INSTRUCTIONS");

  private InstructionSet() {}

  /**
   * The architecture, the deciding flags and the make of the processor, and what an override caps
   * them to. The make counts because the engine's libraries choose their kernels by it too.
   */
  static String text() {
    String processor = processor();
    return System.getProperty("os.arch")
        + flags(processor)
        + make(processor)
        + caps(System.getenv());
  }

  /** What Linux says of the processors; empty elsewhere. */
  static String processor() {
    if (!Files.isReadable(PROCESSOR)) {
      return "";
    }
    try {
      return Files.readString(PROCESSOR, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Vendor, family and model of the first processor. */
  static String make(String processor) {
    String make =
        MAKE.stream()
            .flatMap(name -> value(processor, name).stream())
            .map(value -> value.replace(' ', '_'))
            .collect(Collectors.joining("/"));
    return make.isEmpty() ? "" : " " + make;
  }

  /** The first value of that name. */
  static Optional<String> value(String processor, String name) {
    return processor
        .lines()
        .map(line -> line.split(":", 2))
        .filter(entry -> entry.length == 2 && entry[0].strip().equals(name))
        .map(entry -> entry[1].strip())
        .findFirst();
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
    return CAPS.stream()
        .filter(environment::containsKey)
        .map(name -> " " + name + "=" + environment.get(name))
        .collect(Collectors.joining());
  }
}
