package org.braidml.api.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says where a value was written. */
final class Origins {

  private Origins() {}

  /**
   * Returns {@code file:line}, relative to the working directory, or the {@code --set} it is from.
   */
  static @Nullable String where(@Nullable ConfigValue value) {
    if (value == null) {
      return null;
    }
    ConfigOrigin origin = value.origin();
    String file = origin.filename();
    if (file == null) {
      return origin.description().replaceAll(": \\d+$", "");
    }
    return shortened(file) + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "");
  }

  /** Returns the value as a user would write it, cut where it is long. */
  static String shown(ConfigValue value) {
    String text = value.render(ConfigRenderOptions.concise());
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private static String shortened(String file) {
    Path path = Path.of(file).toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : file;
  }
}
