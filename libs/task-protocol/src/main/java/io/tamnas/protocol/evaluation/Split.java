package io.tamnas.protocol.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which images of a data set. */
public enum Split {
  /** Set aside from the training images: what searches and checkpoints are chosen by. */
  @JsonProperty("validation")
  VALIDATION,
  /** What finalists are validated on, once, and nothing else. */
  @JsonProperty("test")
  TEST
}
