package io.tamnas.search.job;

/** A change that could overwrite another's came without saying what it was made of. */
public final class ConditionMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConditionMissing() {
    super("send If-Match with the job's ETag, or with * to overwrite whatever is there");
  }
}
