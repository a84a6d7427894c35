package org.braidml.runner.data.config;

/** Which windows of the test rows count. */
public enum TestWindows {
  /** All of them. */
  ALL,
  /** The last of each group. */
  LAST
}
