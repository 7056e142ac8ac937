package io.tamnas.worker.registration;

import com.sun.management.OperatingSystemMXBean;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.identity.WorkerName;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a worker says of itself, as this process.
 *
 * @param incarnation new at every start
 */
public record Presentation(
    WorkerName name,
    URI url,
    UUID incarnation,
    Set<TaskKind> kinds,
    WorkerDescription description) {

  public String id() {
    return name.id();
  }

  WorkerRegistration now(Optional<AttemptReference> inHand) {
    return new WorkerRegistration(
        url,
        incarnation,
        kinds,
        description.device(),
        memory(),
        description.version(),
        description.numericEnvironment(),
        description.machine().orElse(null),
        inHand.orElse(null));
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
