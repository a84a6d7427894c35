package org.braidml.runner.study.config;

/** A simple model that an honest study carries. */
public enum Reference {
  /** Every sequence encoder is a masked mean of its input. */
  MEAN_EMBEDDING,
  /** There are no sequence encoders. */
  STATIC_ONLY
}
