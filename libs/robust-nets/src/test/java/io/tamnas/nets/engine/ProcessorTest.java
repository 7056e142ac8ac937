package io.tamnas.nets.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTest {

  @Test
  void namesTheModelOnOneLineWithoutItsSeparator() {
    assertThat(
            Processor.model(
                "processor\t: 0\nmodel\t\t: 106\nmodel name\t: Some;Maker  X-1 CPU @ 2.60GHz\n"))
        .hasValue("Some Maker X-1 CPU @ 2.60GHz");
    assertThat(Processor.model("CPU part\t: 0xd0c\n")).isEmpty();
  }

  @Test
  void tellsInstructionsAndHowManyMayBeUsed() {
    assertThat(Processor.text())
        .contains("; " + InstructionSet.text() + "; ")
        .containsPattern("; [1-9][0-9]* processors?$");
  }
}
