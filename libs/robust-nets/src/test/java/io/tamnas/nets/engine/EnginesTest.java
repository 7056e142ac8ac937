package io.tamnas.nets.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EnginesTest {

  @Test
  void namesEverythingThatChangesBits() {
    Engines.configure(1, DeviceChoice.CPU);

    assertThat(NumericEnvironment.describe())
        .startsWith("numerics 3; PyTorch 2.7.1; cpu; " + System.getProperty("os.arch"))
        .endsWith("; threads 1")
        .isEqualTo(NumericEnvironment.describe());
  }

  @Test
  void readsTheInstructionSetOfTheProcessor() {
    assertThat(InstructionSet.flags("model : x\nflags\t\t: fpu avx2 fma avx512f sse\nflags : sve"))
        .isEqualTo("+avx2+fma+avx512f");
    assertThat(InstructionSet.caps(Map.of("ATEN_CPU_CAPABILITY", "avx2", "HOME", "/")))
        .isEqualTo(" ATEN_CPU_CAPABILITY=avx2");
  }

  @Test
  void readsTheMakeOfTheProcessor() {
    assertThat(
            InstructionSet.make(
                "vendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t\t: 143\nmodel name\t: X: Y"
                    + "\nvendor_id\t: Other"))
        .isEqualTo(" GenuineIntel/6/143");
    assertThat(InstructionSet.make("CPU implementer\t: 0x41\nCPU part\t: 0xd40"))
        .isEqualTo(" 0x41/0xd40");
    assertThat(InstructionSet.make("")).isEmpty();
  }

  @Test
  void namesWhatCapsTheKernels() {
    assertThat(
            InstructionSet.caps(
                Map.of("MKL_CBWR", "COMPATIBLE", "MKL_ENABLE_INSTRUCTIONS", "AVX2")))
        .isEqualTo(" MKL_CBWR=COMPATIBLE MKL_ENABLE_INSTRUCTIONS=AVX2");
  }

  @Test
  void neverCallsHome() {
    Engines.configure(1, DeviceChoice.AUTO);

    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
  }

  @Test
  void refusesToRunWithoutThreads() {
    assertThatThrownBy(() -> Engines.configure(0, DeviceChoice.CPU))
        .hasMessage("the engine takes at least 1 thread, not 0");
  }

  @Test
  void saysWhatIsMissingForAGpu() {
    Assumptions.assumeTrue(Engines.engine().getGpuCount() == 0, "a GPU is here");

    assertThatThrownBy(() -> Engines.configure(1, DeviceChoice.GPU))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("device 'gpu'")
        .hasMessageContaining("sees no CUDA device. PyTorch 2.7.1")
        .hasMessageContaining("'cpu' and 'auto' work here");
  }

  @Test
  void readsItsDeviceFromAName() {
    assertThat(DeviceChoice.parse("auto")).isEqualTo(DeviceChoice.AUTO);
    assertThatThrownBy(() -> DeviceChoice.parse("tpu"))
        .hasMessage("a device is one of auto, cpu, gpu, not 'tpu'");
  }

  @Test
  @Tag("gpu")
  void keepsTensorsOnTheGpu() {
    Assumptions.assumeTrue(Engines.engine().getGpuCount() > 0, "no CUDA device is here");
    Engines.configure(1, DeviceChoice.GPU);

    try (NDManager manager = Engines.newManager()) {
      assertThat(manager.ones(new Shape(2)).getDevice().isGpu()).isTrue();
    } finally {
      Engines.configure(1, DeviceChoice.CPU);
    }
  }
}
