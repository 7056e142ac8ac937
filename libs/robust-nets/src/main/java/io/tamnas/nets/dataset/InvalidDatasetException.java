package io.tamnas.nets.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set that cannot be used as it is described or as it lies on disk. The message names the
 * file or the setting, what is wrong with it, and what would be right.
 */
public final class InvalidDatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Null after deserialization, as an exception that crosses processes keeps its message alone. */
  private final transient @Nullable List<String> problems;

  public InvalidDatasetException(String problem) {
    this(List.of(problem));
  }

  InvalidDatasetException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each problem that was found, one sentence each; at least one. */
  public List<String> problems() {
    return problems == null ? List.of(String.valueOf(getMessage())) : problems;
  }
}
