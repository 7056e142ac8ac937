package io.tamnas.chaos.kill;

import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.kill.Moment.Within;
import java.time.Duration;

/**
 * A kill and what came after it.
 *
 * @param at where the job was then
 * @param within what was going on indeed
 * @param recovery from the kill to the next progress of the job
 */
public record Death(Kill kill, Standing at, Within within, Duration recovery) {}
