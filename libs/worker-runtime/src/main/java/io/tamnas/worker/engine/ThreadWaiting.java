package io.tamnas.worker.engine;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the engine's threads wait for one another; decided by the environment of the process. */
public final class ThreadWaiting {
  private static final Logger log = LoggerFactory.getLogger(ThreadWaiting.class);
  private static final String VARIABLE = "OMP_WAIT_POLICY";

  private ThreadWaiting() {}

  /**
   * Warns where waiting threads would spin: on a CPU that others share, they take the time of those
   * that work. Nothing inside the process can change it any more.
   */
  public static void warnIfBusy(Map<String, String> environment) {
    if (!isPassive(environment)) {
      log.warn(
          "the environment variable {} is not 'passive': on shared processors the engine may be"
              + " several times slower; set it where this process is started",
          VARIABLE);
    }
  }

  static boolean isPassive(Map<String, String> environment) {
    return "passive".equalsIgnoreCase(environment.get(VARIABLE));
  }
}
