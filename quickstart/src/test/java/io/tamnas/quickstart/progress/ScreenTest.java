package io.tamnas.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {

  @Test
  void writesWhatAPlainCharacterSetHas() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new Screen(new PrintStream(bytes, true, StandardCharsets.US_ASCII)).line("█░ ε 8/255 ü");

    assertThat(bytes.toString(StandardCharsets.US_ASCII).strip()).isEqualTo("#. eps 8/255 ?");
  }

  @Test
  void leavesTextAloneWhereItCanBeShown() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8)).line("█░ ε");

    assertThat(bytes.toString(StandardCharsets.UTF_8).strip()).isEqualTo("█░ ε");
  }
}
