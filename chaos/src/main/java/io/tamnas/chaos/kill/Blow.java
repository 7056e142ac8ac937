package io.tamnas.chaos.kill;

import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.kill.Moment.Within;

/**
 * A kill that has happened.
 *
 * @param at where the job was then
 * @param within what was going on indeed
 */
public record Blow(Kill kill, Standing at, Within within, Mark mark) {

  /**
   * With what came after it.
   *
   * @throws IllegalStateException where the job did not get on any more
   */
  public Death then(Chronicle chronicle) {
    return new Death(
        kill,
        at,
        within,
        chronicle
            .progressAfter(mark)
            .orElseThrow(() -> new IllegalStateException("no progress after " + kill)));
  }
}
