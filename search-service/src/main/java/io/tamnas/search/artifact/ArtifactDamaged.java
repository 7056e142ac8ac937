package io.tamnas.search.artifact;

/** A stored artifact cannot be given out whole. */
public final class ArtifactDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ArtifactDamaged(Digest name, String reason) {
    super("artifact " + name + ": " + reason + "; upload it again");
  }
}
