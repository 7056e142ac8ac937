package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

  @Test
  void knowsTwelveBlocksByName() {
    assertThat(BlockChoice.ALL).hasSize(12).doesNotHaveDuplicates();
    assertThat(BlockChoice.ALL.stream().map(BlockChoice::text).map(BlockChoice::parse))
        .containsExactlyElementsOf(BlockChoice.ALL);
    assertThat(BlockChoice.PLAIN.stream().map(BlockChoice::text))
        .containsExactly("shuffle3", "shuffle5", "shuffle7", "xception");
  }

  @Test
  void knowsTenScalesByName() {
    assertThat(ChannelScale.ALL.stream().map(ChannelScale::text))
        .containsExactly("0.2", "0.4", "0.6", "0.8", "1.0", "1.2", "1.4", "1.6", "1.8", "2.0");
    assertThat(ChannelScale.ALL.stream().map(ChannelScale::text).map(ChannelScale::parse))
        .containsExactlyElementsOf(ChannelScale.ALL);
  }

  @ParameterizedTest
  @CsvSource({"16, 1.4, 11", "24, 1.4, 16", "16, 0.8, 6", "24, 0.8, 9", "4, 0.2, 1", "6, 0.4, 1"})
  void roundsMiddleChannelsDownButNotToNothing(int width, String scale, int middle) {
    assertThat(ChannelScale.parse(scale).middleChannels(width)).isEqualTo(middle);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 2", "2, 20", "2.00, 20", "4, 40", "1e-1, 1", "3.0e0, 30"})
  void readsDecimals(BigDecimal value, int tenths) {
    assertThat(ChannelScale.of(value)).isEqualTo(new ChannelScale(tenths));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.2", "4.1", "0.25", "1e2147483647", "1e-2147483647", "0.01"})
  void refusesScalesBetweenTenthsAndOutside(String value) {
    assertThatThrownBy(() -> ChannelScale.of(new BigDecimal(value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a channel scale is between 0.1 and 4.0 in steps of 0.1, not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", ".2", "0,2", "0.20", "+0.2", "٠.٢"})
  void refusesOtherSpellingsOfScales(String text) {
    assertThatThrownBy(() -> ChannelScale.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void refusesImpossibleTenthsAndInputs() {
    Stream.of(0, 41)
        .forEach(
            tenths ->
                assertThatThrownBy(() -> new ChannelScale(tenths))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> new InputShape(3, 0, 8)).hasMessageContaining("3x0x8");
  }
}
