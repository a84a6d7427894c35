package org.braidml.runner.init;

import com.typesafe.config.ConfigUtil;
import java.util.Collection;
import java.util.List;

/** Lines of an experiment file. */
final class Written {

  /** The most characters of a line. */
  static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** Writes lines as they are. */
  void lines(String... lines) {
    lines(List.of(lines));
  }

  /** Writes lines as they are. */
  void lines(List<String> lines) {
    lines.forEach(line -> text.append(line).append('\n'));
  }

  /** Writes a comment, in several lines where it is long; a line end in it becomes a blank. */
  void comment(String indent, String comment) {
    String rest = indent + "# " + comment.replaceAll("[\\r\\n]+", " ");
    String further = indent + "#     ";
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > further.length()) {
      int at = rest.lastIndexOf(' ', WIDTH);
      lines(rest.substring(0, at));
      rest = further + rest.substring(at + 1);
    }
    lines(rest);
  }

  /** Returns the lines of a comment. */
  static List<String> commented(String indent, String comment) {
    Written written = new Written();
    written.comment(indent, comment);
    return written.toString().lines().toList();
  }

  /** Writes an object: in one line where all of it fits, or else with a line a setting. */
  void object(String indent, String name, List<String> settings) {
    String one = indent + name + " { " + String.join(", ", settings) + " }";
    boolean plain = settings.stream().noneMatch(s -> s.startsWith("#") || s.contains("\n"));
    if (plain && one.length() <= WIDTH) {
      lines(one);
      return;
    }
    lines(indent + name + " {");
    settings.forEach(setting -> lines(indent + "  " + setting.replace("\n", "\n" + indent + "  ")));
    lines(indent + "}");
  }

  /** Returns a text as a value. */
  static String quoted(String value) {
    return ConfigUtil.quoteString(value);
  }

  /** Returns texts as a list, in several lines where it is long. */
  static String list(Collection<String> values) {
    StringBuilder lines = new StringBuilder();
    int begin = 0;
    for (String value : values) {
      String next = quoted(value);
      boolean full = lines.length() > begin && lines.length() - begin + next.length() > WIDTH - 24;
      lines.append(lines.length() == 0 ? "" : full ? ",\n" : ", ");
      begin = full ? lines.length() : begin;
      lines.append(next);
    }
    return begin == 0 ? "[" + lines + "]" : "[\n" + lines.toString().indent(2) + "]";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
