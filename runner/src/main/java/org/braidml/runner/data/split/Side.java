package org.braidml.runner.data.split;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a row is for. */
public enum Side {
  /** The model learns from it. */
  TRAIN,
  /** Chooses the epoch, and settings. */
  VALIDATION,
  /** Read once, at the end. */
  TEST;

  /** Returns the word for it in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a side by its word, whatever its case. */
  public static Optional<Side> of(String word) {
    return Stream.of(values()).filter(side -> side.word().equalsIgnoreCase(word)).findFirst();
  }
}
