package io.tamnas.worker.artifact;

/** What arrived under a digest has another one. */
public final class CorruptedArtifactException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorruptedArtifactException(String wanted, String arrived) {
    super("artifact " + wanted + " arrived with the digest " + arrived + "; it was not used");
  }
}
