package io.tamnas.worker.attempt;

import io.tamnas.worker.artifact.ArtifactCache;
import io.tamnas.worker.contact.Patience;
import io.tamnas.worker.contact.SearchService;
import io.tamnas.worker.contact.ServiceProperties;
import io.tamnas.worker.identity.WorkerName;
import io.tamnas.worker.pulse.Heartbeats;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what attempts need. */
@Configuration(proxyBeanMethods = false)
class AttemptConfiguration {

  @Bean
  WorkDirectory workDirectory(WorkProperties work, WorkerName worker) {
    Path fallback = Path.of(System.getProperty("java.io.tmpdir"), "tamnas", worker.id());
    return WorkDirectory.open(Objects.requireNonNullElse(work.directory(), fallback));
  }

  @Bean
  ArtifactCache artifactCache(
      WorkDirectory directory, WorkProperties work, SearchService service, Clock clock) {
    return new ArtifactCache(directory.artifacts(), work.cache().toBytes(), service, clock);
  }

  @Bean
  AttemptLife attemptLife(
      SearchService calls,
      Patience patience,
      ArtifactCache cache,
      WorkDirectory directory,
      ServiceProperties service,
      CheckpointProperties checkpoints,
      Clock clock,
      Heartbeats heartbeats,
      List<AttemptListener> listeners) {
    Ways ways = new Ways(calls, patience, cache);
    return new AttemptLife(
        ways,
        directory,
        service.backoff(),
        checkpoints.interval(),
        clock,
        heartbeats,
        AttemptListener.all(listeners));
  }
}
