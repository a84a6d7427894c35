package org.braidml.api.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a value was written. */
public final class Origins {

  private static final Pattern LINE = Pattern.compile("(.*): (\\d+)(?:-\\d+)?");
  private static final String MERGED = "merge of ";

  private Origins() {}

  /**
   * Returns {@code file:line}, relative to the working directory, or the {@code --set} it is from;
   * an object that both made has both places.
   */
  static @Nullable String where(@Nullable ConfigValue value) {
    return value == null ? null : where(value.origin());
  }

  /** Returns {@code file:line}, relative to the working directory, or what else made a value. */
  public static String where(ConfigOrigin origin) {
    String description = origin.description();
    String file = origin.filename();
    if (!description.startsWith(MERGED)) {
      if (file != null) {
        return shortened(file) + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "");
      }
      return LINE.matcher(description).replaceFirst("$1");
    }
    return Arrays.stream(description.substring(MERGED.length()).split(",", -1))
        .map(Origins::part)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  /** One of the places that a merged object comes from, as its description tells it. */
  private static String part(String description) {
    Matcher line = LINE.matcher(description);
    return line.matches() ? shortened(line.group(1)) + ":" + line.group(2) : shortened(description);
  }

  /** Returns the value as a user would write it, cut where it is long. */
  static String shown(ConfigValue value) {
    String text = value.render(ConfigRenderOptions.concise());
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private static String shortened(String file) {
    if (file.startsWith("--set")) {
      return file;
    }
    Path path = Path.of(file).toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : file;
  }
}
