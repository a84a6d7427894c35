package org.braidml.api.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows where each key of a configuration was written, for problems that are found when only the
 * bound records are left: boxes that do not go together, data that are not as described.
 */
public final class KeyPlaces {

  /** One step of a path: {@code review}, {@code "a b"} or {@code [0]}. */
  private static final Pattern STEP =
      Pattern.compile("\\.?(?:\"([^\"]*)\"|\\[(\\d+)]|([^.\\[\\]\"]+))");

  private final ConfigObject root;

  /** The places of a configuration, as it was bound. */
  public KeyPlaces(ConfigObject root) {
    this.root = root;
  }

  /** Returns the problems, each with the place of its key where it had none. */
  public List<Problem> complete(List<Problem> problems) {
    return problems.stream().map(problem -> problem.placed(of(problem.path()))).toList();
  }

  /**
   * Returns where a key was written; if it is missing, where what should hold it was.
   *
   * @param path for example {@code model.encoders.review.transforms[0].units}
   * @return null if not even the first step is there
   */
  public @Nullable String of(String path) {
    ConfigValue deepest = root;
    Matcher step = STEP.matcher(path);
    while (step.lookingAt()) {
      ConfigValue next = next(deepest, step);
      if (next == null) {
        break;
      }
      deepest = next;
      step.region(step.end(), path.length());
    }
    return deepest == root ? null : Origins.where(deepest);
  }

  private static @Nullable ConfigValue next(ConfigValue holder, Matcher step) {
    String index = step.group(2);
    if (index != null) {
      int i = Integer.parseInt(index);
      return holder instanceof ConfigList list && i < list.size() ? list.get(i) : null;
    }
    String key = step.group(1) == null ? step.group(3) : step.group(1);
    return holder instanceof ConfigObject object ? object.get(key) : null;
  }
}
