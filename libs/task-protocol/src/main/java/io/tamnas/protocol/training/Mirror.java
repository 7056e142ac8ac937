package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether training images are mirrored. */
public enum Mirror {
  @JsonProperty("never")
  NEVER,
  /** Each with probability one half. */
  @JsonProperty("random")
  RANDOM
}
