package org.braidml.api;

/** What a head reads: an encoding {@code (B, M)} or the states {@code (B, T, H)} of one encoder. */
public sealed interface HeadInputSpec permits EncodingSpec, StatesSpec {

  /** Returns the box that the input comes from, for messages. */
  String name();

  /** Returns {@code M} or {@code H}. */
  int width();
}
