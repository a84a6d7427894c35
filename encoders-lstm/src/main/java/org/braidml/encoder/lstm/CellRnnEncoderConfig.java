package org.braidml.encoder.lstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;
import org.braidml.api.RecurrentCell;
import org.braidml.api.config.Range;

/**
 * Settings of {@link CellRnnEncoder}.
 *
 * @param cell one step of the recurrence
 * @param layers how many are stacked
 * @param bidirectional whether a second recurrence reads the real steps backwards
 * @param dropout chance that a number between two layers is dropped in training
 * @param pooling how the states become the encoding
 */
public record CellRnnEncoderConfig(
    Choice<RecurrentCell<?>> cell,
    @Range(min = 1, max = 16) int layers,
    boolean bidirectional,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    Choice<Pooling<?>> pooling) {

  /** Refuses dropout that would act nowhere. */
  public CellRnnEncoderConfig {
    RecurrentEncoderBlock.requireUse(dropout, layers);
  }
}
