package org.braidml.runner.init;

import java.util.Locale;

/** What kind of target an experiment has. */
enum Goal {
  BINARY,
  MULTICLASS,
  REGRESSION;

  /** Returns whether classes are told apart. */
  boolean classes() {
    return this != REGRESSION;
  }

  /** Returns the kind of the target, which is also the type of its head. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
