package org.braidml.api.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of the API that a plug-in works with, as Maven writes a range: {@code [0.1,0.2)} is
 * from 0.1 up to 0.2, without 0.2; {@code [1.2,)} has no end; {@code [0.1]} is this one alone.
 *
 * @param from the lowest version; empty for none
 * @param withFrom whether the lowest is in the range
 * @param to the highest version; empty for none
 * @param withTo whether the highest is in the range
 */
public record ApiRange(
    Optional<ApiVersion> from, boolean withFrom, Optional<ApiVersion> to, boolean withTo) {

  /** The attribute of a jar's manifest that states it. */
  public static final String ATTRIBUTE = "Braid-Api";

  private static final Pattern RANGE =
      Pattern.compile("([\\[(])\\s*([^,\\s]*)\\s*(,?)\\s*([^,\\s]*)\\s*([\\])])");

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ApiRange of(String text) {
    Matcher parts = RANGE.matcher(text.strip());
    if (!parts.matches() || (parts.group(2) + parts.group(4)).isEmpty()) {
      throw new IllegalArgumentException("\"" + text + "\" is no range of versions");
    }
    boolean withFrom = parts.group(1).equals("[");
    boolean withTo = parts.group(5).equals("]");
    if (parts.group(3).isEmpty()) {
      if (!withFrom || !withTo || !parts.group(4).isEmpty()) {
        throw new IllegalArgumentException("\"" + text + "\" is no range of versions");
      }
      Optional<ApiVersion> only = version(parts.group(2));
      return new ApiRange(only, true, only, true);
    }
    return new ApiRange(version(parts.group(2)), withFrom, version(parts.group(4)), withTo);
  }

  private static Optional<ApiVersion> version(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(ApiVersion.of(text));
  }

  /** Returns whether a version lies in this range. */
  public boolean contains(ApiVersion version) {
    int low = from.map(version::compareTo).orElse(1);
    int high = to.map(version::compareTo).orElse(-1);
    return (withFrom ? low >= 0 : low > 0) && (withTo ? high <= 0 : high < 0);
  }

  /** As a manifest states it, the numbers that are 0 at the end left out. */
  @Override
  public String toString() {
    String low = from.map(ApiRange::shortened).orElse("");
    String high = to.map(ApiRange::shortened).orElse("");
    String between = from.isPresent() && from.equals(to) ? low : low + "," + high;
    return (withFrom ? "[" : "(") + between + (withTo ? "]" : ")");
  }

  private static String shortened(ApiVersion version) {
    String text = version.toString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
