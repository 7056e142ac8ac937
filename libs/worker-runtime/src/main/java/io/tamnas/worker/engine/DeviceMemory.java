package io.tamnas.worker.engine;

import java.lang.management.MemoryUsage;
import java.util.Optional;

/** The memory of the device that a worker computes on, where that is not the machine's own. */
@FunctionalInterface
public interface DeviceMemory {

  /** What is used of it, of all processes; empty where tensors lie in the memory of the process. */
  Optional<MemoryUsage> now();
}
