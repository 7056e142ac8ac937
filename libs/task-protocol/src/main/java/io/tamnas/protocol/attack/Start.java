package io.tamnas.protocol.attack;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an attack begins. */
public enum Start {
  /** At the image itself. */
  @JsonProperty("clean")
  CLEAN,
  /** Uniformly in the ball, from the protocol's seed. */
  @JsonProperty("random")
  RANDOM
}
