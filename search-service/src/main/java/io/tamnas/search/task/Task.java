package io.tamnas.search.task;

import io.tamnas.protocol.task.Work;
import java.util.UUID;

/**
 * One unit of work for a worker.
 *
 * @param subject what it is about, unique among the job's tasks of its kind; of a measurement, the
 *     genotype
 */
public record Task(UUID id, UUID job, String subject, Work work) {}
