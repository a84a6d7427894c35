package org.braidml.api.config;

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
 * @param remedy what to do, or null
 */
public record Problem(
    String path,
    @Nullable String value,
    String what,
    @Nullable String where,
    @Nullable String nearest,
    List<String> choices,
    @Nullable String remedy) {

  public Problem {
    choices = List.copyOf(choices);
  }

  /** Starts a problem at a path. */
  public static Builder at(String path) {
    return new Builder(path);
  }

  /** A problem under construction. */
  public static final class Builder {
    private final String path;
    private @Nullable String value;
    private String what = "";
    private @Nullable String where;
    private @Nullable String nearest;
    private List<String> choices = List.of();
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

    /** What would be valid; the nearest to a wrong word is suggested. */
    public Builder choices(String wrong, Iterable<String> valid) {
      choices = new java.util.ArrayList<>();
      valid.forEach(choices::add);
      nearest = Nearest.to(wrong, choices).orElse(null);
      return this;
    }

    /** What to do. */
    public Builder remedy(@Nullable String newRemedy) {
      remedy = newRemedy;
      return this;
    }

    /** The finished problem. */
    public Problem build() {
      return new Problem(path, value, what, where, nearest, choices, remedy);
    }
  }

  /** The problem as a paragraph of several lines, without a number. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(path);
    if (value != null) {
      text.append(" = ").append(value);
    }
    text.append(text.length() == 0 ? "" : ": ").append(what);
    line(text, "at ", where);
    line(text, "did you mean ", nearest == null ? null : '"' + nearest + '"' + '?');
    line(text, "found: ", choices.isEmpty() ? null : String.join(", ", choices));
    line(text, "", remedy);
    return text.toString();
  }

  private static void line(StringBuilder text, String label, @Nullable String content) {
    if (content != null) {
      text.append('\n').append(label).append(content);
    }
  }
}
