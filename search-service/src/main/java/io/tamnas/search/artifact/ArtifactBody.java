package io.tamnas.search.artifact;

import org.springframework.core.io.InputStreamResource;

/**
 * An artifact as the body of an answer: sent once, as a whole. Where it turns out to be damaged on
 * the way, the connection ends before the body does.
 */
public final class ArtifactBody extends InputStreamResource {

  private final long length;

  public ArtifactBody(StoredContent content) {
    super(content.stream());
    this.length = content.length();
  }

  @Override
  public long contentLength() {
    return length;
  }
}
