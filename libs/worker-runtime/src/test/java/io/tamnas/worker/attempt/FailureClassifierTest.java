package io.tamnas.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureClassifierTest {

  @Test
  void keepsAClassThatIsKnown() {
    var failure = new TaskFailedException(FailureClass.DIVERGED, "loss is NaN at step 7");

    assertThat(FailureClassifier.classify(failure).failureClass()).isEqualTo(FailureClass.DIVERGED);
    assertThat(FailureClassifier.classify(failure).reason()).isEqualTo("loss is NaN at step 7");
  }

  @Test
  void recognizesTheHeapsEnd() {
    assertThat(classOf(new OutOfMemoryError("Java heap space")))
        .isEqualTo(FailureClass.OUT_OF_MEMORY);
  }

  @Test
  void recognizesTheEnginesOutOfMemoryBehindOtherExceptions() {
    var engine =
        new IllegalStateException(
            "[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory");

    assertThat(classOf(new RuntimeException(engine))).isEqualTo(FailureClass.OUT_OF_MEMORY);
    assertThat(classOf(new RuntimeException("CUDA out of memory. Tried to allocate 2 GiB")))
        .isEqualTo(FailureClass.OUT_OF_MEMORY);
    assertThat(classOf(new RuntimeException("cuDNN error: CUDNN_STATUS_ALLOC_FAILED")))
        .isEqualTo(FailureClass.OUT_OF_MEMORY);
  }

  @Test
  void callsAnythingElseInfrastructureAndShortensIt() {
    var failure = FailureClassifier.classify(new IllegalStateException("x".repeat(5000)));

    assertThat(failure.failureClass()).isEqualTo(FailureClass.INFRASTRUCTURE);
    assertThat(failure.reason()).contains("IllegalStateException").hasSizeLessThan(1001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
  void saysThatADiskIsFull(String cause) {
    var failure =
        FailureClassifier.classify(
            new UncheckedIOException("cannot write /work/state", new IOException(cause)));

    assertThat(failure.failureClass()).isEqualTo(FailureClass.INFRASTRUCTURE);
    assertThat(failure.reason())
        .contains("a disk of the worker is full (cannot write /work/state)")
        .contains("make room");
  }

  private static FailureClass classOf(Throwable failure) {
    return FailureClassifier.classify(failure).failureClass();
  }
}
