package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the learning rate changes over the steps.
 *
 * @param warmup share of the steps over which it rises linearly to its peak
 */
public record Schedule(Kind kind, double warmup) {

  /** How the rate falls after the warm-up. */
  public enum Kind {
    /** Along half a cosine to 0 (Loshchilov, Hutter 2017, arXiv 1608.03983, equation 5). */
    @JsonProperty("cosine")
    COSINE,
    /** To a tenth at half of the steps, and again at three quarters. */
    @JsonProperty("step")
    STEP,
    /** Linearly to 0 (Smith 2018, arXiv 1803.09820). */
    @JsonProperty("one-cycle")
    ONE_CYCLE
  }
}
