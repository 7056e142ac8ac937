package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By which statistics normalizations stand while training images are crafted. */
public enum CraftingStatistics {
  /** Those of the crafted batch, anew in every pass. */
  @JsonProperty("batch-statistics")
  BATCH,
  /** Those of the clean batch, taken once. */
  @JsonProperty("frozen-statistics")
  FROZEN,
  /** The running ones that the network is measured with: evaluation mode; of subnets alone. */
  @JsonProperty("running-statistics")
  RUNNING
}
