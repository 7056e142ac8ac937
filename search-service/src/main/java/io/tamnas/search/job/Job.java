package io.tamnas.search.job;

import io.tamnas.search.specification.SearchJobSpecification;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as the rest of the service may see it.
 *
 * @param supernet SHA-256 of the artifact; absent until it is trained
 * @param datasetDigest absent until the trainer has told it
 */
public record Job(
    UUID id,
    JobState state,
    SearchJobSpecification specification,
    @Nullable String supernet,
    @Nullable String datasetDigest) {}
