package org.braidml.runner.train;

/**
 * What a schedule of learning rates remembers.
 *
 * @param base the rate that the decay starts from
 * @param best of what is monitored; infinite before any epoch
 * @param epochsSince how many epochs brought no improvement
 */
public record RateState(double base, double best, int epochsSince) {}
