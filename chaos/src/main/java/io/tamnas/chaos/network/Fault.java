package io.tamnas.chaos.network;

import java.time.Duration;

/** What is wrong with a connection. */
public sealed interface Fault {

  /** In one word or two, for a table. */
  String text();

  /** Nothing. */
  record None() implements Fault {
    @Override
    public String text() {
      return "none";
    }
  }

  /** Every connection is reset, and every new one at once. */
  record Cut() implements Fault {
    @Override
    public String text() {
      return "cut";
    }
  }

  /** What is sent arrives so much later, in both directions. */
  record Delay(Duration each) implements Fault {
    public Delay {
      if (!each.isPositive()) {
        throw new IllegalArgumentException("a delay is longer than 0, not " + each);
      }
    }

    @Override
    public String text() {
      return "delay of " + each.toMillis() + " ms";
    }
  }

  /**
   * Half-open: connections stand and new ones are accepted, but nothing that is sent arrives. Those
   * of the time of the fault stay dead when it is over, as after a lost entry of a router.
   */
  record Silence() implements Fault {
    @Override
    public String text() {
      return "half-open";
    }
  }

  /** What is sent arrives, but the connection is reset before the answer. */
  record LostAnswers() implements Fault {
    @Override
    public String text() {
      return "lost answers";
    }
  }

  /** Uploads of artifacts are reset after so many bytes; all else works. */
  record BrokenUploads(int afterBytes) implements Fault {
    @Override
    public String text() {
      return "reset in mid-upload";
    }
  }

  /** Uploads of artifacts wait at a gate after so many bytes; all else works. */
  record HeldUploads(UploadGate gate, int afterBytes) implements Fault {
    @Override
    public String text() {
      return "held uploads";
    }
  }
}
