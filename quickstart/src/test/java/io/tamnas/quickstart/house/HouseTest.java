package io.tamnas.quickstart.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseTest {

  private final List<String> diary = new ArrayList<>();
  private final House house = new House(Duration.ofSeconds(1));

  @Test
  void stopsInReverseOrder() {
    admit("database", "service", "worker");

    house.close();

    assertThat(diary).containsExactly("worker", "service", "database");
  }

  @Test
  void stopsAllAlthoughOneRefuses() {
    admit("database", "stubborn service", "worker");

    assertThatThrownBy(house::close)
        .isInstanceOf(HouseException.class)
        .hasStackTraceContaining("stubborn service cannot be ended");
    assertThat(diary).containsExactly("worker", "stubborn service", "database");
  }

  @Test
  void stopsWhatStartedBeforeAFailedStart() {
    assertThatThrownBy(
            () -> {
              try (house) {
                admit("database");
                house.admit(
                    () -> {
                      throw new HouseException("no such program");
                    });
              }
            })
        .hasMessage("no such program");
    assertThat(diary).containsExactly("database");
  }

  @Test
  void startsNothingOnceItCloses() {
    house.close();

    assertThatThrownBy(() -> admit("late")).hasMessageContaining("being stopped");
    assertThat(diary).isEmpty();
  }

  @Test
  void stopsNothingTwice() {
    admit("database");

    house.close();
    house.close();

    assertThat(diary).containsExactly("database");
  }

  @Test
  void reportsAResidentThatEndedByItself() {
    admit("database");
    house.requireAlive();
    admit("dead worker");

    assertThatThrownBy(house::requireAlive).hasMessage("dead worker ended with exit code 3");
  }

  @Test
  void forgetsWhomItDismisses() {
    FakeResident worker = house.admit(() -> new FakeResident("worker", diary));

    house.dismiss(worker);
    house.close();

    assertThat(diary).containsExactly("worker");
  }

  @Test
  void wakesThoseWhoWaitForItsClosing() throws InterruptedException {
    assertThat(house.awaitClosing(Duration.ofMillis(1))).isFalse();

    Thread closer = Thread.ofPlatform().start(house::close);

    assertThat(house.awaitClosing(Duration.ofSeconds(10))).isTrue();
    closer.join();
  }

  private void admit(String... names) {
    for (String name : names) {
      house.admit(() -> new FakeResident(name, diary));
    }
  }
}
