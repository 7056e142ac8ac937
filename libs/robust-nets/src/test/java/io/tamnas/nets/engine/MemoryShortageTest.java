package io.tamnas.nets.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryShortageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 4000000000000000 bytes. Error code 12 (Cannot allocate"
            + " memory)",
        "[enforce fail at alloc_cpu.cpp:81] data. DefaultCPUAllocator: not enough memory: you tried"
            + " to allocate 1981808640 bytes.",
        "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 11.17 GiB",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "std::bad_alloc"
      })
  void recognizesWhatTheEngineSays(String message) {
    assertThat(MemoryShortage.isBehind(new EngineException(message))).isTrue();
    assertThat(MemoryShortage.isBehind(new IllegalStateException(new EngineException(message))))
        .isTrue();
  }

  @Test
  void recognizesWhatTheEngineReallySays() {
    Engines.configure(1, DeviceChoice.CPU);
    try (var manager = Engines.newManager()) {
      assertThatThrownBy(() -> manager.zeros(new Shape(1L << 50)))
          .matches(MemoryShortage::isBehind);
    }
  }

  @Test
  void recognizesTheHeapsEndAndNothingElse() {
    assertThat(MemoryShortage.isBehind(new OutOfMemoryError("Java heap space"))).isTrue();
    assertThat(MemoryShortage.isBehind(new IllegalStateException("shapes do not fit"))).isFalse();
    assertThat(MemoryShortage.isBehind(new NullPointerException())).isFalse();
  }
}
