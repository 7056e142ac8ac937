package io.tamnas.search.task;

import io.tamnas.protocol.task.Work;
import java.time.Instant;
import java.util.UUID;

/**
 * One unit of work for a worker.
 *
 * @param subject what it is about, unique among the job's tasks of its kind; of a measurement, the
 *     genotype
 * @param beside whether the job's course does not depend on it
 * @param readyAt from when on a worker may have it, or could have had it
 */
public record Task(UUID id, UUID job, String subject, Work work, boolean beside, Instant readyAt) {}
