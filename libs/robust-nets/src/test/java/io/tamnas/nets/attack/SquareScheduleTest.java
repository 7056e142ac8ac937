package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "10, 1",
    "11, 2",
    "50, 2",
    "51, 4",
    "201, 8",
    "501, 16",
    "1000, 16",
    "1001, 32",
    "2001, 64",
    "4001, 128",
    "6001, 256",
    "8000, 256",
    "8001, 512",
    "100000, 512"
  })
  void halvesTheShareAfterFixedNumbersOfQueries(int query, int divisor) {
    assertThat(SquareSchedule.share(query)).isEqualTo(0.8 / divisor);
  }

  @Test
  void coversThatShareOfTheImage() {
    SquareSchedule schedule = new SquareSchedule(32, 32);

    assertThat(schedule.side(0)).isEqualTo(29); // √(0.8 · 1024) = 28.6
    assertThat(schedule.side(4500)).isEqualTo(3); // √(0.00625 · 1024) = 2.5298
    assertThat(schedule.side(9000)).isEqualTo(1);
  }

  @Test
  void fitsIntoEveryImage() {
    assertThat(new SquareSchedule(2, 40).side(0)).isEqualTo(2);
    assertThat(new SquareSchedule(1, 1).side(9000)).isEqualTo(1);
  }
}
