package io.tamnas.chaos.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings under which all that waits in minutes waits in seconds: the lease, and every other time
 * about as much shorter than its default as the lease. A machine that is too busy for the lease may
 * be given a longer one.
 */
public final class Haste {

  /** How long a silent worker keeps its task. */
  public static final Duration LEASE = Duration.ofSeconds(Integer.getInteger("chaos.lease", 2));

  /** After which a test gives up whatever it waits for. */
  public static final Duration PATIENCE = LEASE.multipliedBy(90);

  private static final Map<String, String> SERVICE =
      Map.ofEntries(
          Map.entry("TAMNAS_LEASE", part(1)),
          Map.entry("TAMNAS_HEARTBEAT", part(2)),
          Map.entry("TAMNAS_DISPATCH_TICK", part(20)),
          Map.entry("TAMNAS_DISPATCH_SWEEP", part(8)),
          Map.entry("TAMNAS_DISPATCH_CONNECTTIMEOUT", part(4)),
          Map.entry("TAMNAS_DISPATCH_TIMEOUT", part(2)),
          Map.entry("TAMNAS_DISPATCH_PAUSE", part(10)),
          Map.entry("TAMNAS_RETRY_BACKOFF", part(20)),
          Map.entry("TAMNAS_RETRY_LOST", "30"), // so short a lease may be lost to a busy machine
          Map.entry("TAMNAS_DATABASE_SILENCE", part(2)));

  private static final Map<String, String> WORKER =
      Map.of(
          "TAMNAS_SERVICE_CONNECTTIMEOUT", part(4),
          "TAMNAS_SERVICE_ANSWERTIMEOUT", part(2),
          "TAMNAS_SERVICE_FIRSTRETRY", part(20),
          "TAMNAS_SERVICE_LONGESTRETRY", part(4),
          "TAMNAS_CHECKPOINT_INTERVAL", "1s");

  private Haste() {}

  /** Added to those of a search service. */
  static Map<String, String> service(Map<String, String> settings) {
    return with(settings, SERVICE);
  }

  /** Added to those of a worker. */
  static Map<String, String> worker(Map<String, String> settings) {
    return with(settings, WORKER);
  }

  /** Of the HTTP clients of the JDK: how long an idle connection is kept, in seconds. */
  static long keptAlive() {
    return LEASE.dividedBy(2).toSeconds();
  }

  private static String part(int of) {
    return LEASE.dividedBy(of).toMillis() + "ms";
  }

  private static Map<String, String> with(Map<String, String> settings, Map<String, String> haste) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(haste);
    return all;
  }
}
