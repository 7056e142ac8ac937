package io.tamnas.nets.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuSearchTest {
  private static final Path DRIVER = Path.of("/usr/lib64/libcuda.so.1");

  @TempDir Path directory;

  @Test
  void namesAllPlacesThatWereLookedAt() {
    assertThat(search(true, List.of(), List.of()).text())
        .isEqualTo(
            "PyTorch 2.7.1 (from /lib/torch) is a build for CUDA; CUDA driver libcuda.so.1: none;"
                + " devices /dev/nvidia*: none; NVIDIA_VISIBLE_DEVICES all, CUDA_VISIBLE_DEVICES"
                + " unset, NVIDIA_DRIVER_CAPABILITIES unset. Install NVIDIA's driver on the"
                + " machine; in a container, let NVIDIA's container runtime bring it in (docker:"
                + " --gpus, Kubernetes: a limit of nvidia.com/gpu)");
  }

  @Test
  void asksForTheRightImageFirst() {
    assertThat(search(false, List.of(), List.of()).text())
        .contains("a build for the CPU alone")
        .endsWith("Use the GPU variant of this worker's image, or a libtorch build for CUDA");
  }

  @Test
  void tellsAMissingDeviceFromAMissingDriver() {
    assertThat(search(true, List.of(DRIVER), List.of()).text())
        .contains("libcuda.so.1: /usr/lib64/libcuda.so.1")
        .endsWith("give this process or container a GPU");
    assertThat(search(true, List.of(DRIVER), List.of(Path.of("/dev/nvidia0"))).text())
        .contains("/dev/nvidia*: /dev/nvidia0")
        .contains("look whether nvidia-smi works");
  }

  @Test
  void knowsABuildForCudaByWhatIsLoadedWhereThereIsNoDevice() throws IOException {
    Path maps = directory.resolve("maps");
    String line = "7f00-7f01 r-xp 00000000 fe:00 17                 /lib/torch/%s%n";

    Files.writeString(maps, line.formatted("libtorch_cpu.so"));
    assertThat(GpuSearch.loaded(maps)).isFalse();

    Files.writeString(maps, line.formatted("libtorch_cuda.so"), StandardOpenOption.APPEND);
    assertThat(GpuSearch.loaded(maps)).isTrue();

    assertThat(GpuSearch.loaded(directory.resolve("nowhere"))).isFalse();
  }

  @Test
  void findsDriversOnTheLibraryPath() throws IOException {
    Path driver = Files.createFile(directory.resolve("libcuda.so.1"));

    assertThat(GpuSearch.drivers("/nowhere::" + directory)).contains(driver);
  }

  @Test
  void findsDeviceFilesOfGpusAlone() throws IOException {
    for (String name : List.of("nvidia1", "nvidia0", "nvidiactl", "null")) {
      Files.createFile(directory.resolve(name));
    }

    assertThat(GpuSearch.devices(directory))
        .containsExactly(directory.resolve("nvidia0"), directory.resolve("nvidia1"));
    assertThat(GpuSearch.devices(directory.resolve("nowhere"))).isEmpty();
  }

  private static GpuSearch search(boolean cuda, List<Path> drivers, List<Path> devices) {
    return new GpuSearch(
        "PyTorch 2.7.1",
        cuda,
        "/lib/torch",
        drivers,
        devices,
        Map.of("NVIDIA_VISIBLE_DEVICES", "all"));
  }
}
