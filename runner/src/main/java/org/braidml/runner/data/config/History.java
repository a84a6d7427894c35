package org.braidml.runner.data.config;

/** Whose rows a window may hold. */
public enum History {
  /** Rows of its target's own side only. */
  OWN,
  /** Rows of earlier sides too, never of later ones: a forecast in practice knows the past. */
  EARLIER
}
