package io.tamnas.chaos.fault;

import io.tamnas.chaos.cluster.Link;
import io.tamnas.chaos.network.Fault;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;

/**
 * A fault to be made.
 *
 * @param share of the phase from which on it is made
 * @param duration of the fault
 */
public record Trial(Link link, Fault fault, State phase, double share, Duration duration) {}
