package io.tamnas.worker.attempt;

import io.tamnas.worker.artifact.ArtifactCache;
import io.tamnas.worker.artifact.ArtifactUpload;
import io.tamnas.worker.contact.Patience;
import io.tamnas.worker.contact.SearchService;

/** The ways to the service that an attempt uses. */
public record Ways(
    SearchService calls, Patience patience, ArtifactCache cache, ArtifactUpload upload) {
  public Ways(SearchService calls, Patience patience, ArtifactCache cache) {
    this(calls, patience, cache, new ArtifactUpload(calls, patience));
  }
}
