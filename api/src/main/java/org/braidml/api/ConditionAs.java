package org.braidml.api;

/** How the encoding named by {@code condition-on} acts on a sequence encoder. */
public enum ConditionAs {
  /** The recurrence starts from it. */
  INITIAL_STATE,

  /** It stands beside each step that the encoder reads; any sequence encoder can be so. */
  EVERY_STEP,

  /** It scales and shifts the states, feature by feature. */
  FILM,

  /** It is the query of the pooling, which is an attention. */
  QUERY
}
