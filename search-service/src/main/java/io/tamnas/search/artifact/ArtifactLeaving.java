package io.tamnas.search.artifact;

/** The artifact is being deleted at this moment, since nothing had named it for long. */
public final class ArtifactLeaving extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ArtifactLeaving(Digest name) {
    super("artifact " + name + " is being deleted at this moment; upload it again in a moment");
  }
}
