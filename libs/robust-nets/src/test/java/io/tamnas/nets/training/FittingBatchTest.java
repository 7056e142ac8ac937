package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class FittingBatchTest {
  private final Throwable shortage =
      new EngineException("DefaultCPUAllocator: can't allocate memory");

  private final List<Integer> tried = new ArrayList<>();

  @Test
  void namesTheFirstHalvedSizeThatGoesThrough() {
    assertThat(FittingBatch.below(96, upTo(20), shortage)).hasValue(12);
    assertThat(tried).containsExactly(48, 24, 12);
  }

  @Test
  void namesNoneWhereNotEvenTwoImagesFit() {
    OptionalInt none = FittingBatch.below(8, upTo(1), shortage);

    assertThat(none).isEmpty();
    assertThat(tried).containsExactly(4, 2);
    assertThat(new OutOfMemoryException(8, none, new OutOfMemoryError()))
        .hasMessageContaining("batches of 8 images")
        .hasMessageContaining("larger machine");
  }

  @Test
  void saysWhichBatchFits() {
    assertThat(new OutOfMemoryException(64, OptionalInt.of(16), new OutOfMemoryError()))
        .hasMessage(
            "memory did not suffice for batches of 64 images; a step with 16 went through when"
                + " tried");
  }

  @Test
  void passesOnAnyOtherFailureWithTheShortageThatLedToIt() {
    IntConsumer broken =
        size -> {
          throw new IllegalStateException("shapes do not fit");
        };

    assertThatThrownBy(() -> FittingBatch.below(8, broken, shortage))
        .hasMessage("shapes do not fit")
        .hasSuppressedException(shortage);
  }

  private IntConsumer upTo(int fitting) {
    return size -> {
      tried.add(size);
      if (size > fitting) {
        throw new EngineException("DefaultCPUAllocator: can't allocate memory");
      }
    };
  }
}
