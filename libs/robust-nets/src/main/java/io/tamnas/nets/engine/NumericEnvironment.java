package io.tamnas.nets.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What changes the last bits of a result although data and settings are the same. */
public final class NumericEnvironment {

  /** Changes whenever our own arithmetic gives other bits for the same input. */
  private static final int NUMERICS_VERSION = 1;

  private NumericEnvironment() {}

  /**
   * One line with the version of our arithmetic, engine, device, instruction set, threads and batch
   * sizes; equal texts mean equal bits.
   */
  public static String describe(int... batches) {
    Engine engine = Engines.engine();
    return "numerics %d; %s %s; %s; %s; threads %d; batches %s"
        .formatted(
            NUMERICS_VERSION,
            engine.getEngineName(),
            engine.getVersion(),
            Engines.device().getDeviceType(),
            InstructionSet.text(),
            JniUtils.getNumThreads(),
            Arrays.stream(batches).mapToObj(Integer::toString).collect(Collectors.joining("/")));
  }
}
