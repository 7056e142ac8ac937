package io.tamnas.benchmarks.side;

import com.google.gson.JsonObject;

/** The work of one turn; everything that it needs is in memory. */
@FunctionalInterface
interface Turn {

  /** Runs; gives its time in milliseconds and what the other side must agree with. */
  JsonObject take();

  /** An outcome that took from that moment until now. */
  static JsonObject since(long began) {
    JsonObject outcome = new JsonObject();
    outcome.addProperty("milliseconds", (System.nanoTime() - began) / 1e6);
    return outcome;
  }
}
