package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificationParserTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                       | the body is empty
          {                        | line 1, column
          {"a":1,}                 | line 1, column 8
          {"a":1,"a":2}            | Duplicate
          {"a":1} {"b":2}          | behind the end
          {"a":NaN}                | NaN
          {"a":01}                 | zero
          {'a':1}                  | line 1, column 2
          {"a":1e99999999999}      | exponent
          {"a":"\\x"}              | line 1
          """)
  void namesThePlaceOfWhatIsNoJson(String text, String words) {
    assertThatExceptionOfType(MalformedSpecification.class)
        .isThrownBy(() -> SpecificationParser.parse(text.getBytes(UTF_8)))
        .withMessageContaining(words)
        .satisfies(
            malformed -> assertThat(malformed.getMessage()).doesNotContain("Source", "tools."));
  }

  @Test
  void namesTheLine() {
    assertThatExceptionOfType(MalformedSpecification.class)
        .isThrownBy(() -> SpecificationParser.parse("{\n\n  \"a\": x\n}".getBytes(UTF_8)))
        .withMessageContaining("line 3, column");
  }

  @Test
  void refusesDeepNesting() {
    assertThatExceptionOfType(MalformedSpecification.class)
        .isThrownBy(() -> SpecificationParser.parse("[".repeat(100_000).getBytes(UTF_8)))
        .withMessageContaining("nesting depth");
  }

  @Test
  void refusesEndlessNumbers() {
    assertThatExceptionOfType(MalformedSpecification.class)
        .isThrownBy(() -> SpecificationParser.parse("1".repeat(1000).getBytes(UTF_8)))
        .withMessageContaining("umber");
  }

  @Test
  void refusesBrokenUtf8() {
    assertThatExceptionOfType(MalformedSpecification.class)
        .isThrownBy(() -> SpecificationParser.parse(new byte[] {'"', (byte) 0xC3, 0x28, '"'}));
  }

  @Test
  void saysThatABodyBreaksOff() {
    InputStream body =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatExceptionOfType(MalformedSpecification.class)
        .isThrownBy(() -> SpecificationParser.parse(body))
        .withMessageContaining("breaks off");
  }

  @Test
  void readsNoFurtherThanTheLimit() {
    ByteArrayInputStream body =
        new ByteArrayInputStream(new byte[SpecificationParser.MAX_BYTES + 1000]);

    assertThatExceptionOfType(SpecificationTooLarge.class)
        .isThrownBy(() -> SpecificationParser.parse(body))
        .withMessageContaining(String.valueOf(SpecificationParser.MAX_BYTES));
    assertThat(body.available()).isEqualTo(999);
  }

  @Test
  void keepsNumbersExact() {
    assertThat(
            SpecificationParser.parse("0.1000000000000000055511151231257827".getBytes(UTF_8))
                .decimalValue())
        .isEqualByComparingTo("0.1000000000000000055511151231257827");
  }
}
