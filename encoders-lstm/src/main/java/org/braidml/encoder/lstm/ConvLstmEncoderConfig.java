package org.braidml.encoder.lstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;

/**
 * Settings of {@link ConvLstmEncoder}.
 *
 * @param filters C, the width of the convolution's result
 * @param kernel how many steps a filter reads
 * @param padding what stands beyond the ends of a row
 * @param activation applied to the convolution's result
 * @param maxPool over how many steps the greatest is taken before the recurrence; 1 for no pooling
 * @param hiddenSize H of one direction
 * @param layers how many recurrent layers are stacked
 * @param bidirectional whether a second recurrence reads the steps backwards
 * @param dropout chance that a number that a recurrent layer reads is dropped in training
 * @param forgetBias what the bias of the forget gate starts at
 * @param pooling how the states become the encoding
 */
public record ConvLstmEncoderConfig(
    @Range(min = 1, max = 16384) int filters,
    @Range(min = 1, max = 1024) int kernel,
    Conv1d.Padding padding,
    Activation activation,
    @Range(min = 1, max = 1024) int maxPool,
    @Range(min = 1, max = 16384) int hiddenSize,
    @Range(min = 1, max = 16) int layers,
    boolean bidirectional,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    double forgetBias,
    Choice<Pooling<?>> pooling) {}
