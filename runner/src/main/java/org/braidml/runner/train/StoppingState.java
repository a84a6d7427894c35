package org.braidml.runner.train;

/**
 * What early stopping remembers.
 *
 * @param best value; NaN before any
 * @param bestEpoch from 1; 0 before any
 * @param epochsSince how many epochs brought no improvement
 */
public record StoppingState(double best, int bestEpoch, int epochsSince) {}
