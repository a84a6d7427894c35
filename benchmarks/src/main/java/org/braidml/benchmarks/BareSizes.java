package org.braidml.benchmarks;

/**
 * Sizes of the bare model.
 *
 * @param vocabulary V, or 0 for a series of numbers
 * @param embedding the width of a token's vector, where there is a vocabulary
 * @param hidden H
 * @param units the width of the layer that reads statics, or 0 for none
 * @param everyStep whether it answers at every step
 * @param outputs how many numbers an answer has
 */
record BareSizes(
    int vocabulary, int embedding, int hidden, int units, boolean everyStep, int outputs) {}
