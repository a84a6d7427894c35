package com.example.braid;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.config.Range;

/**
 * Settings of {@link TcnEncoder}.
 *
 * @param channels C, the width of the states
 * @param levels how many residual blocks are stacked
 * @param kernel how many steps a filter reads
 * @param dropout chance that a channel is dropped in training
 * @param pooling how the states become the encoding
 */
public record TcnEncoderConfig(
    @Range(min = 1, max = 16384) int channels,
    @Range(min = 1, max = 16) int levels,
    @Range(min = 2, max = 1024) int kernel,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    Choice<Pooling<?>> pooling) {}
