package io.tamnas.search.job;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows of a job that it wants to change: the header If-Match (RFC 9110, section
 * 13.1.1). Of an entity tag only the revision before the point counts, so that a job may have made
 * progress meanwhile.
 */
record Condition(Optional<String> tags) {

  static final Condition NONE = new Condition(Optional.empty());

  /** The header's value, where it was sent. */
  static Condition of(@Nullable String ifMatch) {
    return new Condition(Optional.ofNullable(ifMatch));
  }

  /**
   * The same, for changes that must not overwrite another's.
   *
   * @throws ConditionMissing where it was not sent
   */
  static Condition required(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ConditionMissing();
    }
    return of(ifMatch);
  }

  /** The tag of a job's representation. */
  static String tag(JobRow job, String representation) {
    return "\"%d.%08x\"".formatted(job.revision, representation.hashCode());
  }

  /**
   * Returns where the job is as the client knows it, or it does not care.
   *
   * @throws ConditionFailed where it is not
   */
  void require(JobRow job) {
    if (tags.isPresent() && !holds(tags.get(), job)) {
      throw new ConditionFailed(job.id);
    }
  }

  private static boolean holds(String tags, JobRow job) {
    return tags.strip().equals("*")
        || Arrays.stream(tags.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.matches("\"" + job.revision + "\\.[0-9a-f]*\""));
  }
}
