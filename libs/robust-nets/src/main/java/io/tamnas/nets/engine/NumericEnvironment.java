package io.tamnas.nets.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** What changes the last bits of a result although data and settings are the same. */
public final class NumericEnvironment {

  /** Changes whenever our own arithmetic gives other bits for the same input. */
  private static final int NUMERICS_VERSION = 3;

  private NumericEnvironment() {}

  /**
   * One line with the version of our arithmetic, engine, device, processor and threads; equal texts
   * mean equal bits for the same input. Batch sizes change bits too, but belong to the measuring
   * protocol.
   */
  public static String describe() {
    Engine engine = Engines.engine();
    return "numerics %d; %s %s; %s; %s; threads %d"
        .formatted(
            NUMERICS_VERSION,
            engine.getEngineName(),
            engine.getVersion(),
            Engines.device().getDeviceType(),
            InstructionSet.text(),
            JniUtils.getNumThreads());
  }
}
