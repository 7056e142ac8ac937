package io.tamnas.quickstart.house;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A resident that writes down when it is stopped. */
record FakeResident(String name, List<String> diary) implements Resident {

  @Override
  public Optional<String> obituary() {
    return name.startsWith("dead")
        ? Optional.of(name + " ended with exit code 3")
        : Optional.empty();
  }

  @Override
  public void stop(Duration grace) {
    diary.add(name);
    if (name.startsWith("stubborn")) {
      throw new HouseException(name + " cannot be ended");
    }
  }
}
