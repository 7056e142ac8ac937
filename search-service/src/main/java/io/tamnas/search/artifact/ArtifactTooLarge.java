package io.tamnas.search.artifact;

/** Uploaded content is longer than an artifact may be. */
public final class ArtifactTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ArtifactTooLarge(long limit) {
    super("an artifact has at most " + limit + " bytes; nothing was kept");
  }
}
