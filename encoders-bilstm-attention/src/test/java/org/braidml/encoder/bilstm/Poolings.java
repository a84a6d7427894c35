package org.braidml.encoder.bilstm;

import org.braidml.api.Choice;
import org.braidml.api.Pooling;

/** Poolings as a configuration would choose them. */
final class Poolings {

  static final Choice<Pooling<?>> VECTOR =
      new Choice<>(new LearnedVectorPooling(), new LearnedVectorPooling.Config(), "test");
  static final Choice<Pooling<?>> ADDITIVE =
      new Choice<>(
          new AdditiveAttentionPooling(), new AdditiveAttentionPoolingConfig(4, false), "test");
  static final Choice<Pooling<?>> QUERIED =
      new Choice<>(
          new AdditiveAttentionPooling(), new AdditiveAttentionPoolingConfig(4, true), "test");
  static final Choice<Pooling<?>> MULTIPLICATIVE =
      new Choice<>(
          new MultiplicativeAttentionPooling(),
          new MultiplicativeAttentionPoolingConfig(false),
          "test");

  private Poolings() {}
}
