package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link LayerNormLstmCell}.
 *
 * @param hiddenSize H; of one number a layer norm would make a constant
 * @param forgetBias what the bias of the forget gate starts at
 * @param recurrentDropout chance that a number of the new cell content is dropped in training
 * @param epsilon added to the variances
 */
public record LayerNormLstmCellConfig(
    @Range(min = 2, max = 16384) int hiddenSize,
    double forgetBias,
    @Range(min = 0, max = 1, belowMax = true) double recurrentDropout,
    @Range(min = 0, aboveMin = true) double epsilon) {}
