package org.braidml.encoder.bilstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.config.Range;

/**
 * Settings of {@link BilstmAttentionEncoder}.
 *
 * @param hiddenSize H of one direction
 * @param layers how many are stacked
 * @param dropout chance that a number between two layers is dropped in training
 * @param forgetBias what the bias of the forget gate starts at
 * @param pooling how the states become the encoding
 */
public record BilstmAttentionEncoderConfig(
    @Range(min = 1, max = 16384) int hiddenSize,
    @Range(min = 1, max = 16) int layers,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    double forgetBias,
    Choice<Pooling<?>> pooling) {

  /** Refuses dropout that would act nowhere. */
  public BilstmAttentionEncoderConfig {
    if (dropout > 0 && layers == 1) {
      throw new IllegalArgumentException(
          "dropout acts between layers, and there is one: use layers = 2 or dropout = 0");
    }
  }
}
