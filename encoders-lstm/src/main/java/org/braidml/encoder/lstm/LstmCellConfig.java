package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link LstmCell}.
 *
 * @param hiddenSize H
 * @param forgetBias what the bias of the forget gate starts at
 * @param recurrentDropout chance that a number of the new cell content is dropped in training
 */
public record LstmCellConfig(
    @Range(min = 1, max = 16384) int hiddenSize,
    double forgetBias,
    @Range(min = 0, max = 1, belowMax = true) double recurrentDropout) {}
