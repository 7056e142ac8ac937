package io.tamnas.search.artifact;

/** No artifact has that name. */
public final class UnknownArtifact extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownArtifact(Digest name) {
    super("there is no artifact " + name);
  }
}
