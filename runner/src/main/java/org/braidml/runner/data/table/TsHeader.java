package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What stands above the rows of a {@code .ts} file: lines {@code @key value}. Keys ignore case. */
final class TsHeader {

  /** The line after which rows begin. */
  static final String END = "@data";

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final String shown;
  private final List<Fault> faults;

  TsHeader(String shown, List<Fault> faults) {
    this.shown = shown;
    this.faults = faults;
  }

  /** Takes a line; blank ones and comments say nothing. */
  void take(String text, int line) {
    if (text.isBlank() || text.startsWith("#")) {
      return;
    }
    List<String> words = new ArrayList<>(List.of(BLANKS.split(text)));
    String key = words.remove(0).toLowerCase(Locale.ROOT);
    values.put(key, words);
    switch (key) {
      case "@timestamps", "@univariate", "@classlabel", "@targetlabel" -> truth(key, words, line);
      case "@dimensions" -> count(key, words, line);
      default -> {
        if (!key.startsWith("@")) {
          fault(line, "a line above " + END + " begins with @ or #, and this one does not");
        }
      }
    }
    if (key.equals("@timestamps") && is(key)) {
      fault(line, "series with time stamps are not read; give their values alone");
    }
  }

  private void truth(String key, List<String> words, int line) {
    String value = String.join(" ", words);
    String first = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
    if (!first.equals("true") && !first.equals("false")) {
      fault(line, key + " is \"" + value + "\", neither true nor false");
    }
  }

  private void count(String key, List<String> words, int line) {
    String value = String.join(" ", words);
    if (!COUNT.matcher(value).matches()) {
      fault(line, key + " is \"" + value + "\", not a count");
      values.remove(key);
    }
  }

  private void fault(int line, String what) {
    faults.add(Fault.ofFile(shown + ":" + line, what));
  }

  private boolean is(String key) {
    List<String> words = values.getOrDefault(key, List.of());
    return !words.isEmpty() && words.get(0).equalsIgnoreCase("true");
  }

  /** Returns what the last part of a row is. */
  TsLabel label() {
    if (is("@classlabel")) {
      return TsLabel.CLASS;
    }
    return is("@targetlabel") ? TsLabel.NUMBER : TsLabel.NONE;
  }

  /** Returns whether the last part of a row is a class or a number to predict. */
  boolean labelled() {
    return label() != TsLabel.NONE;
  }

  /** Returns the classes; empty if the header names none. */
  List<String> classes() {
    List<String> words = values.getOrDefault("@classlabel", List.of());
    return is("@classlabel") ? words.subList(1, words.size()) : List.of();
  }

  /**
   * Returns how many dimensions each row has.
   *
   * @param parts how many parts the first row has, which counts where the header says nothing
   */
  int dimensions(int parts) {
    List<String> words = values.getOrDefault("@dimensions", List.of());
    if (!words.isEmpty()) {
      return Integer.parseInt(words.get(0));
    }
    return is("@univariate") ? 1 : Math.max(1, parts - (labelled() ? 1 : 0));
  }
}
