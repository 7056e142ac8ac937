package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedFileExceptionTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORT_NO_SUCHFILE")
  void blamesTheFileWhereNothingElseIsToBlame(OrtErrorCode code) {
    assertThat(RefusedFileException.of("it fails", new OrtException(code, "no such operator")))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageStartingWith("it fails: ")
        .hasMessageEndingWith("no such operator");
  }

  @Test
  void blamesNoFileForAShortageOfMemory() {
    for (String shortage :
        new String[] {
          "std::bad_alloc", "Failed to allocate memory for requested buffer of size 67108864"
        }) {
      assertThat(
              RefusedFileException.of(
                  "it fails", new OrtException(OrtErrorCode.ORT_RUNTIME_EXCEPTION, shortage)))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
