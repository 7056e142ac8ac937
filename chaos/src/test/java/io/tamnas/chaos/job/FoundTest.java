package io.tamnas.chaos.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FoundTest {

  @Test
  void findsNoDifferenceToTheSame() {
    assertThat(front("{'a': [1, 2]}").differences(front("{'a': [1, 2]}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'a': [1, 2]}        | {'a': [1, 3]}        | front/a/1",
        "{'a': [1, 2]}        | {'a': [1]}           | front/a/1",
        "{'a': [1]}           | {'a': [1, 2]}        | front/a",
        "{'a': {'b': 1}}      | {'a': {}}            | front/a/b",
        "{'a': {}}            | {'a': {'b': 1}}      | front/a",
        "{'a': 1, 'b': 2}     | {'a': 1, 'b': [2]}   | front/b",
        "1                    | 2                    | front"
      })
  void tellsTheFirstPlaceOfADifference(String one, String other, String place) {
    assertThat(front(one).differences(front(other))).containsExactly(place);
  }

  private static Found front(String json) {
    return new Found(Map.of("front", JsonMapper.shared().readTree(json.replace('\'', '"'))));
  }
}
