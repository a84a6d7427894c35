package org.braidml.api.config;

import java.util.List;

/** Configuration or data is refused: all problems at once. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final String source;

  /**
   * A refusal.
   *
   * @param source the file that the user gave, for the first line
   * @param problems at least one
   */
  public ConfigurationException(String source, List<Problem> problems) {
    super(render(source, problems));
    this.source = source;
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong, in the order found. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns the file that the user gave. */
  public String source() {
    return source;
  }

  private static String render(String source, List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    text.append(problems.size())
        .append(problems.size() == 1 ? " problem in " : " problems in ")
        .append(source)
        .append('\n');
    for (int i = 0; i < problems.size(); i++) {
      String label = "\n" + (i + 1) + ") ";
      text.append(label)
          .append(problems.get(i).toString().replace("\n", "\n" + " ".repeat(label.length() - 1)));
    }
    return text.append('\n').toString();
  }
}
