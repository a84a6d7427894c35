package org.braidml.encoder.lstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;

/** Poolings as a configuration would choose them. */
final class Poolings {

  static final Choice<Pooling<?>> LAST =
      new Choice<>(new LastPooling(), new LastPooling.Config(), "test");
  static final Choice<Pooling<?>> MEAN =
      new Choice<>(new MeanPooling(), new MeanPooling.Config(), "test");
  static final Choice<Pooling<?>> MAX =
      new Choice<>(new MaxPooling(), new MaxPooling.Config(), "test");

  private Poolings() {}
}
