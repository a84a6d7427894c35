package org.braidml.features;

/** How category ids become numbers. */
public enum CategoryCoding {
  /** One channel an id. */
  ONE_HOT,
  /** A learned vector an id. */
  EMBEDDING
}
