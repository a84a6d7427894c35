package org.braidml.encoder.lstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;

/**
 * Settings of {@link ConvPoolEncoder}.
 *
 * @param filters C, the width of the convolution's result
 * @param kernel how many steps a filter reads
 * @param padding what stands beyond the ends of a row
 * @param activation applied to the convolution's result
 * @param maxPool over how many steps the greatest is taken; 1 for no pooling over windows
 * @param dropout chance that a number of the encoding is dropped in training
 * @param pooling how the states become the encoding
 */
public record ConvPoolEncoderConfig(
    @Range(min = 1, max = 16384) int filters,
    @Range(min = 1, max = 1024) int kernel,
    Conv1d.Padding padding,
    Activation activation,
    @Range(min = 1, max = 1024) int maxPool,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    Choice<Pooling<?>> pooling) {}
