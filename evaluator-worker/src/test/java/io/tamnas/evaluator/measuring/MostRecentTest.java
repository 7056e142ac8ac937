package io.tamnas.evaluator.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MostRecentTest {
  private final List<String> made = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final MostRecent<String, String> kept = new MostRecent<>(2, gone::add);

  @Test
  void makesAThingOnce() {
    kept.get("a", making("a"));
    kept.get("a", making("a"));

    assertThat(made).containsExactly("a");
  }

  @Test
  void letsTheLeastRecentlyUsedGo() {
    for (String key : List.of("a", "b", "a", "c")) {
      kept.get(key, making(key));
    }

    assertThat(gone).containsExactly("b");
  }

  @Test
  void makesRoomBeforeItMakesTheNext() {
    kept.get("a", making("a"));
    kept.get("b", making("b"));

    kept.get("c", () -> String.join(",", gone));

    assertThat(kept.get("c", making("c"))).isEqualTo("a");
  }

  @Test
  void keepsNothingOfAFailure() {
    assertThatThrownBy(
            () ->
                kept.get(
                    "a",
                    () -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);

    kept.get("a", making("a"));
    assertThat(made).containsExactly("a");
  }

  @Test
  void makesAThingAgainAfterItWasRemoved() {
    kept.get("a", making("a"));
    kept.get("b", making("b"));

    kept.remove("a");
    kept.remove("unknown");
    kept.get("b", making("b"));
    kept.get("a", making("a"));

    assertThat(gone).containsExactly("a");
    assertThat(made).containsExactly("a", "b", "a");
  }

  @Test
  void letsAllGo() {
    kept.get("a", making("a"));

    kept.clear();

    assertThat(gone).containsExactly("a");
  }

  private Supplier<String> making(String name) {
    return () -> {
      made.add(name);
      return name;
    };
  }
}
