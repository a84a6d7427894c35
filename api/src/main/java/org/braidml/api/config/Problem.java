package org.braidml.api.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, told so that it can be mended.
 *
 * @param path the key in the configuration, or the file; empty if there is neither
 * @param value the offending value as the user wrote it, or null
 * @param what what is wrong, in one line
 * @param where {@code file:line}, or the {@code --set} that made it; null if unknown
 * @param nearest the nearest valid key or value, or null
 * @param choices what would be valid, in order; empty if that says nothing
 * @param listsWhatIsThere whether the choices are what was found (plug-ins, columns, files), not
 *     what the rules allow
 * @param remedy what to do, or null
 */
public record Problem(
    String path,
    @Nullable String value,
    String what,
    @Nullable String where,
    @Nullable String nearest,
    List<String> choices,
    boolean listsWhatIsThere,
    @Nullable String remedy) {

  public Problem {
    choices = List.copyOf(choices);
  }

  /** Starts a problem at a path. */
  public static Builder at(String path) {
    return new Builder(path);
  }

  /** The same problem at a place, unless it has one. */
  public Problem placed(@Nullable String place) {
    return where != null || place == null
        ? this
        : new Problem(path, value, what, place, nearest, choices, listsWhatIsThere, remedy);
  }

  /** The same problem of another key, or of an option. */
  public Problem of(String otherPath) {
    return new Problem(otherPath, value, what, where, nearest, choices, listsWhatIsThere, remedy);
  }

  /** A problem under construction. */
  public static final class Builder {
    private final String path;
    private @Nullable String value;
    private String what = "";
    private @Nullable String where;
    private @Nullable String nearest;
    private List<String> choices = List.of();
    private boolean listsWhatIsThere;
    private @Nullable String remedy;

    private Builder(String path) {
      this.path = path;
    }

    /** The offending value as the user wrote it. */
    public Builder value(String newValue) {
      value = newValue;
      return this;
    }

    /** What is wrong. */
    public Builder what(String newWhat) {
      what = newWhat;
      return this;
    }

    /** Where it stands. */
    public Builder where(@Nullable String newWhere) {
      where = newWhere;
      return this;
    }

    /** What the rules allow; the nearest to a wrong word is suggested. */
    public Builder choices(String wrong, Iterable<String> valid) {
      choices = new ArrayList<>();
      valid.forEach(choices::add);
      nearest = Nearest.to(wrong, choices).orElse(null);
      listsWhatIsThere = false;
      return this;
    }

    /** What is there to choose from; the nearest to a wrong word is suggested. */
    public Builder found(String wrong, Iterable<String> there) {
      choices(wrong, there);
      listsWhatIsThere = true;
      return this;
    }

    /** What to do. */
    public Builder remedy(@Nullable String newRemedy) {
      remedy = newRemedy;
      return this;
    }

    /** The finished problem. */
    public Problem build() {
      return new Problem(path, value, what, where, nearest, choices, listsWhatIsThere, remedy);
    }
  }

  /**
   * The problem as a paragraph of several lines, without a number. Control characters, which data
   * may hold, are shown as U+FFFD.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(path);
    if (value != null) {
      text.append(" = ").append(value);
    }
    text.append(text.length() == 0 ? "" : ": ").append(what);
    line(text, "at ", where);
    line(text, "did you mean ", nearest == null ? null : '"' + nearest + '"' + '?');
    String listed = choices.isEmpty() ? null : String.join(", ", choices);
    line(text, listsWhatIsThere ? "found: " : "choices: ", listed);
    line(text, "", remedy);
    return text.toString().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
  }

  private static void line(StringBuilder text, String label, @Nullable String content) {
    if (content != null) {
      text.append('\n').append(label).append(content);
    }
  }
}
