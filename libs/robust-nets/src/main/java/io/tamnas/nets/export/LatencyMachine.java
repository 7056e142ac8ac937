package io.tamnas.nets.export;

import ai.onnxruntime.OrtEnvironment;
import io.tamnas.nets.engine.Processor;

/** What changes a latency although network and protocol are the same. */
public final class LatencyMachine {
  private LatencyMachine() {}

  /** One line; latencies are compared where it is the same. Loads ONNX Runtime. */
  public static String describe() {
    return "%s; 1 thread; onnxruntime %s"
        .formatted(Processor.text(), OrtEnvironment.getEnvironment("tamnas").getVersion());
  }
}
