package org.braidml.api;

/**
 * What is known of an encoding {@code (B, E)} before any array exists.
 *
 * @param name the encoder or box that it comes from, for messages
 * @param width {@code E}, at least 1
 */
public record EncodingSpec(String name, int width) implements HeadInputSpec {

  public EncodingSpec {
    if (width < 1) {
      throw new IllegalArgumentException("width is at least 1");
    }
  }
}
