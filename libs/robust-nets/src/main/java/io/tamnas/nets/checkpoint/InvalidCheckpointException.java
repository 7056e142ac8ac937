package io.tamnas.nets.checkpoint;

import java.nio.file.Path;

/** A file of tensors that cannot be used: damaged, or made for something else. */
public final class InvalidCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidCheckpointException(Path file, String problem) {
    super(file.getFileName() + ": " + problem);
  }
}
