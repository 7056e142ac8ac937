package io.tamnas.search.baseline;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.space.Genotype;

/**
 * A subnet that was drawn, and why there will be no numbers of it.
 *
 * @param reason in words, with what could not be measured
 */
public record UnmeasuredSubnet(Genotype genotype, FailureClass failureClass, String reason) {}
