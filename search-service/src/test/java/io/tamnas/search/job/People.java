package io.tamnas.search.job;

import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.search.support.Service;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What people do with jobs, and the sweep, without HTTP. */
public final class People {

  private final Jobs jobs;

  public People(Service service) {
    this.jobs = service.part(Jobs.class);
  }

  public UUID submit(String specification, Scheduling scheduling) {
    return jobs.submit(
            SpecificationReader.read(
                SpecificationParser.parse(specification.getBytes(StandardCharsets.UTF_8))),
            scheduling,
            Optional.empty())
        .id;
  }

  public void pause(UUID job) {
    jobs.pause(job, Condition.NONE);
  }

  public void resume(UUID job) {
    jobs.resume(job, Condition.NONE);
  }

  public void cancel(UUID job) {
    jobs.cancel(job, Condition.NONE);
  }

  public void schedule(UUID job, Scheduling scheduling) {
    jobs.schedule(job, Condition.NONE, before -> scheduling);
  }

  public void repair(UUID job) {
    jobs.repair(job);
  }
}
