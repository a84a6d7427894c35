package org.braidml.encoder.lstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.config.Range;

/**
 * Settings of {@link GruEncoder}.
 *
 * @param hiddenSize H of one direction
 * @param layers how many are stacked
 * @param bidirectional whether a second recurrence reads the real steps backwards
 * @param dropout chance that a number between two layers is dropped in training
 * @param pooling how the states become the encoding
 */
public record GruEncoderConfig(
    @Range(min = 1, max = 16384) int hiddenSize,
    @Range(min = 1, max = 16) int layers,
    boolean bidirectional,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    Choice<Pooling<?>> pooling) {

  /** Refuses dropout that would act nowhere. */
  public GruEncoderConfig {
    RecurrentEncoderBlock.requireUse(dropout, layers);
  }
}
