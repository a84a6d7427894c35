package org.braidml.features;

/** How category ids become numbers. */
public enum CategoryCoding {
  /** One channel for each value of the training rows; all zero for a value that they lack. */
  ONE_HOT,
  /** A learned vector for each value. */
  EMBEDDING
}
