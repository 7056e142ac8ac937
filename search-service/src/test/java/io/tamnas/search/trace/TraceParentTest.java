package io.tamnas.search.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String TEXT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void isFoundAgainInItsOwnContext() {
    TraceParent parent = new TraceParent(TEXT);

    try (Scope _ = parent.context().makeCurrent()) {
      assertThat(TraceParent.current()).hasValue(parent);
    }
  }

  @Test
  void isAbsentOutsideAnyTrace() {
    assertThat(TraceParent.current()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TraceParent(text));
  }
}
