package org.braidml.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the API that plug-ins are compiled against. What follows the numbers, such as {@code
 * -SNAPSHOT}, does not count.
 *
 * @param major 0 until the API is stable
 * @param minor may break plug-ins while major is 0
 * @param patch breaks none
 */
public record ApiVersion(int major, int minor, int patch) implements Comparable<ApiVersion> {

  /** The version of this API. */
  public static final ApiVersion CURRENT = read();

  private static final Comparator<ApiVersion> ORDER =
      Comparator.comparingInt(ApiVersion::major)
          .thenComparingInt(ApiVersion::minor)
          .thenComparingInt(ApiVersion::patch);

  /**
   * Reads one to three numbers, {@code 0.1} or {@code 0.1.0-SNAPSHOT}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ApiVersion of(String text) {
    Matcher numbers =
        Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?(-[A-Za-z0-9.-]+)?")
            .matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no version, such as 0.1 or 0.1.2");
    }
    return new ApiVersion(
        Integer.parseInt(numbers.group(1)),
        numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2)),
        numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3)));
  }

  /** Returns the range that a plug-in states which is built now: {@code [0.1,0.2)}. */
  public ApiRange compatible() {
    return major == 0
        ? ApiRange.of("[0." + minor + ",0." + (minor + 1) + ")")
        : ApiRange.of("[" + major + "." + minor + "," + (major + 1) + ")");
  }

  @Override
  public int compareTo(ApiVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }

  private static ApiVersion read() {
    try (InputStream in = ApiVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return of(properties.getProperty("api"));
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties cannot be read", e);
    }
  }
}
