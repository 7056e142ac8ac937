package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.kill.Moment.Within;
import java.time.Duration;
import java.util.Set;

/**
 * A kill while a job ran, and what came after it.
 *
 * @param starting those of the victims that were not up again since an earlier kill
 * @param age of the job then
 * @param at where the job was then
 * @param within what was going on indeed
 * @param recovery from the kill to the next progress of the job
 */
public record Death(
    Kill kill, Set<Member> starting, Duration age, Standing at, Within within, Duration recovery) {
  public Death {
    starting = Set.copyOf(starting);
  }
}
