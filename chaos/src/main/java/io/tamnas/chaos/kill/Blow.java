package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.job.Lifetime;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.kill.Moment.Within;
import java.util.Set;

/**
 * A kill that has happened.
 *
 * @param starting those of the victims that were not up again since an earlier kill
 * @param at where the job was then
 * @param within what was going on indeed
 */
public record Blow(Kill kill, Set<Member> starting, Standing at, Within within, Mark mark) {
  public Blow {
    starting = Set.copyOf(starting);
  }

  /** Whether the job had not ended yet. */
  public boolean isIn(Lifetime job) {
    return job.contains(mark.instant());
  }

  /**
   * With what came after it.
   *
   * @throws IllegalStateException where the job did not get on any more
   */
  public Death then(Lifetime job, Chronicle chronicle) {
    return new Death(
        kill,
        starting,
        job.at(mark.instant()),
        at,
        within,
        chronicle
            .progressAfter(mark)
            .orElseThrow(() -> new IllegalStateException("no progress after " + kill)));
  }
}
