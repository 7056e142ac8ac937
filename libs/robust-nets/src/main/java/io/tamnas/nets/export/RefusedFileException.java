package io.tamnas.nets.export;

import ai.onnxruntime.OrtException;
import io.tamnas.nets.engine.MemoryShortage;

/**
 * ONNX Runtime does not take an exported file, or does not run it. It is so of the same file
 * wherever it is tried.
 */
public final class RefusedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RefusedFileException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What a failure of ONNX Runtime comes to: a refusal, unless the file was not there or memory did
   * not suffice, which is no fault of the file.
   *
   * @param what has failed, before the words of ONNX Runtime
   */
  static RuntimeException of(String what, OrtException failure) {
    String message = what + ": " + failure.getMessage();
    boolean isElsewhere =
        failure.getCode() == OrtException.OrtErrorCode.ORT_NO_SUCHFILE
            || MemoryShortage.isBehind(failure);
    return isElsewhere
        ? new IllegalStateException(message, failure)
        : new RefusedFileException(message, failure);
  }
}
