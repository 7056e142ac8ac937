package io.tamnas.search.artifact;

/** Uploaded content is not what its name says. */
public final class DigestMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DigestMismatch(Digest name, Digest found) {
    super("the content has SHA-256 " + found + ", not " + name + "; nothing was kept");
  }
}
