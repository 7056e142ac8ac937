package io.tamnas.search.artifact;

/** The store has no room; nothing of what came was kept. */
public final class StoreFull extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreFull(String place, Throwable cause) {
    super(
        "the store of artifacts ("
            + place
            + ") is full, nothing was kept; make room there, then retry the job, which goes on from"
            + " its last checkpoint",
        cause);
  }
}
