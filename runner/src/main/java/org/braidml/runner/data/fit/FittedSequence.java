package org.braidml.runner.data.fit;

import org.braidml.runner.data.config.Truncate;

/** A field of steps: text or a series. */
public sealed interface FittedSequence extends FittedField permits FittedText, FittedSeries {

  /** Returns the most steps of a row. */
  int maxLength();

  /** Returns which end of a longer row is cut off. */
  Truncate truncate();

  /** Returns the same field, no row of which is cut. */
  FittedSequence uncut();
}
