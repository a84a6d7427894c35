package org.braidml.api.run;

import java.util.Map;

/**
 * One pass over the training rows, done.
 *
 * @param epoch from 1
 * @param epochs how many there are to be at most
 * @param steps optimizer steps since the start of the run
 * @param learningRate of the last step of the epoch
 * @param trainingLoss mean loss over the examples of the epoch, in training mode
 * @param validation {@code loss} and every metric on the validation rows; empty if there are none
 * @param examples how many examples were trained on in this epoch
 * @param seconds how long training took, validation not included
 * @param best whether this is the best epoch so far
 */
public record EpochReport(
    int epoch,
    int epochs,
    long steps,
    double learningRate,
    double trainingLoss,
    Map<String, Double> validation,
    long examples,
    double seconds,
    boolean best) {}
