package io.tamnas.worker.task;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a running task may ask of the runtime. Used by the thread of the attempt alone. */
public interface TaskContext {

  /** A directory of this attempt alone; it is deleted at the end. */
  Path directory();

  /**
   * The state from which to go on, downloaded and verified, where an earlier attempt left one.
   *
   * @throws TaskFailedException as INFRASTRUCTURE, naming the artifact, where the service does not
   *     have it undamaged any more
   */
  Optional<Path> lastCheckpoint();

  /**
   * The artifact of that digest as a local file, verified. Shared and read-only.
   *
   * @throws TaskFailedException as INVALID where the service does not know the artifact, as
   *     INFRASTRUCTURE where it does not give it, such as a damaged one
   */
  Path artifact(String sha256);

  /** Uploads a file and answers its SHA-256; waits out a service that is away. */
  String upload(Path file);

  /** Tells how far the work is, in [0, 1]. */
  void progress(double share);

  /** Reports observations at a step; values that are not finite are left out. */
  void metrics(long step, Map<String, Double> values);

  /** Whether a checkpoint is due, by the interval or because the task has to let go. */
  boolean wantsCheckpoint();

  /** Uploads the state after that many steps, then reports it. */
  void checkpoint(long step, Path file);

  /**
   * Returns while the task shall go on.
   *
   * @throws TaskStopped where it shall not; where a checkpoint comes first, not before it is safe
   */
  void checkContinue();
}
