package io.tamnas.chaos.kill;

import io.tamnas.chaos.job.Standing;
import java.time.Duration;

/**
 * A kill that has happened.
 *
 * @param at where the job was then
 * @param recovery from the kill to the next progress of the job
 */
public record Death(Kill kill, Standing at, Duration recovery) {}
