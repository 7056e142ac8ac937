package io.tamnas.nets.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a CUDA device was looked for, and what was there: for people who wonder why there is none.
 *
 * @param engine its name and version
 * @param cuda whether the engine was built for CUDA
 * @param libraries the directory that it was loaded from
 * @param drivers files of the CUDA driver that were found
 * @param devices device files of NVIDIA GPUs that were found
 * @param environment what the container's runtime and CUDA go by, where it is set
 */
record GpuSearch(
    String engine,
    boolean cuda,
    String libraries,
    List<Path> drivers,
    List<Path> devices,
    Map<String, String> environment) {

  private static final String DRIVER = "libcuda.so.1";
  private static final String CUDA_LIBRARY = "/libtorch_cuda.so";

  /** Where loaders look, and where container runtimes put a driver. */
  private static final List<String> DRIVER_DIRECTORIES =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/lib64",
          "/usr/lib",
          "/usr/local/nvidia/lib64",
          "/usr/local/cuda/compat");

  private static final List<String> VARIABLES =
      List.of("NVIDIA_VISIBLE_DEVICES", "CUDA_VISIBLE_DEVICES", "NVIDIA_DRIVER_CAPABILITIES");

  GpuSearch {
    drivers = List.copyOf(drivers);
    devices = List.copyOf(devices);
    environment = Map.copyOf(environment);
  }

  /** Looks around on this machine. */
  static GpuSearch here(Engine engine) {
    Map<String, String> environment = System.getenv();
    return new GpuSearch(
        engine.getEngineName() + " " + engine.getVersion(),
        engine.hasCapability(StandardCapabilities.CUDA) || loaded(Path.of("/proc/self/maps")),
        Objects.requireNonNullElse(
            environment.get("PYTORCH_LIBRARY_PATH"), "the class path's native libraries"),
        drivers(Objects.requireNonNullElse(environment.get("LD_LIBRARY_PATH"), "")),
        devices(Path.of("/dev")),
        VARIABLES.stream()
            .filter(environment::containsKey)
            .collect(Collectors.toMap(name -> name, environment::get)));
  }

  /**
   * Whether libtorch's part for CUDA is in a process. The engine itself calls itself able to use
   * CUDA only where there is a device.
   *
   * @param maps what Linux tells of the files that the process has mapped
   */
  static boolean loaded(Path maps) {
    try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.endsWith(CUDA_LIBRARY));
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }

  static List<Path> drivers(String libraryPath) {
    return Stream.concat(Stream.of(libraryPath.split(":")), DRIVER_DIRECTORIES.stream())
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, DRIVER))
        .filter(Files::exists)
        .toList();
  }

  static List<Path> devices(Path directory) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "nvidia[0-9]*")) {
      files.forEach(found::add);
    } catch (IOException unreadable) {
      return List.of();
    }
    return found.stream().sorted().toList();
  }

  /** What was looked for and found, and what would help. */
  String text() {
    return "%s (from %s) is %s; CUDA driver %s: %s; devices /dev/nvidia*: %s; %s. %s"
        .formatted(
            engine,
            libraries,
            cuda ? "a build for CUDA" : "a build for the CPU alone",
            DRIVER,
            listed(drivers),
            listed(devices),
            variables(),
            remedy());
  }

  private static String listed(List<Path> files) {
    return files.isEmpty()
        ? "none"
        : files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private String variables() {
    return VARIABLES.stream()
        .map(name -> name + " " + (environment.containsKey(name) ? environment.get(name) : "unset"))
        .collect(Collectors.joining(", "));
  }

  private String remedy() {
    if (!cuda) {
      return "Use the GPU variant of this worker's image, or a libtorch build for CUDA";
    }
    if (drivers.isEmpty()) {
      return "Install NVIDIA's driver on the machine; in a container, let NVIDIA's container"
          + " runtime bring it in (docker: --gpus, Kubernetes: a limit of nvidia.com/gpu)";
    }
    return devices.isEmpty()
        ? "The driver is here but no device is: give this process or container a GPU"
        : "Driver and device are here: look whether nvidia-smi works, and at NVIDIA's and CUDA's"
            + " versions";
  }
}
