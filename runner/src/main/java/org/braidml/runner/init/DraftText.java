package org.braidml.runner.init;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.braidml.runner.data.config.FileFormat;
import org.braidml.runner.data.profile.ColumnKind;
import org.braidml.runner.data.profile.ColumnProfile;

/** A draft as a commented experiment file. */
final class DraftText {

  private static final int WIDTH = 100;
  private static final int LONGEST = 200;
  private static final int WINDOW = 24;

  private final Draft draft;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> encoders = new LinkedHashMap<>();
  private final List<String> embedded = new ArrayList<>();

  DraftText(Draft draft) {
    this.draft = draft;
  }

  String text() {
    lines(
        "# Written by `braid init`, as a start: it trains as it is, and every line may be changed.");
    lines("# `braid data` shows what a run sees of these rows; docs/CONFIG.md explains all keys.");
    leftOut();
    lines("", "seed = 1", "", "data {");
    source();
    split();
    fields();
    lines("  # " + target() + ".");
    lines(
        "  target { column = "
            + quoted(draft.target().name())
            + ", kind = "
            + draft.goal().name().toLowerCase(Locale.ROOT)
            + " }",
        "}");
    model();
    training();
    return text.toString();
  }

  private void lines(String... lines) {
    for (String line : lines) {
      text.append(line).append('\n');
    }
  }

  private void leftOut() {
    if (draft.leftOut().isEmpty()) {
      return;
    }
    lines("#", "# Left out; name one of these below to read it all the same:");
    draft.leftOut().forEach((column, why) -> comment("#   " + column + ": " + why));
  }

  private void comment(String line) {
    String rest = line.replaceAll("[\\r\\n]+", " ");
    while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 8) {
      int at = rest.lastIndexOf(' ', WIDTH);
      lines(rest.substring(0, at));
      rest = "#     " + rest.substring(at + 1);
    }
    lines(rest);
  }

  private void source() {
    lines("  source {", "    path = " + quoted(draft.source().path()));
    FileFormat format = draft.source().format();
    lines("    format = " + format.name().toLowerCase(Locale.ROOT));
    draft.source().delimiter().ifPresent(d -> lines("    delimiter = " + quoted(d)));
    if (!draft.source().header()) {
      lines("    # The first line is a row like the others: columns are column1, column2, ...");
      lines("    header = false");
    }
    if (!draft.source().encoding().equals("UTF-8")) {
      lines("    encoding = " + draft.source().encoding());
    }
    if (draft.target().missing() > 0) {
      lines("    # " + draft.target().missing() + " rows without a target teach nothing.");
      String name = '"' + draft.target().name().replace("\"", "\"\"") + '"';
      lines("    sql = " + quoted("SELECT * FROM source WHERE " + name + " IS NOT NULL"));
    }
    lines("  }");
  }

  private void split() {
    String shares = "validation = " + Draft.VALIDATION + ", test = " + Draft.TEST;
    if (draft.time().isPresent()) {
      String time = quoted(draft.time().get());
      lines(
          "  # The rows stand in the order of time: the latest test, those before them validate.");
      lines("  split { time = " + time + ", " + shares + ", stratify = false }");
    } else {
      boolean classes = draft.goal().classes();
      lines("  split { seed = 1, " + shares + ", stratify = " + classes + " }");
    }
    if (draft.windows()) {
      lines("  # Each row also sees the target of the rows before it, as a series.");
      lines("  windows {");
      lines("    series = [" + quoted(draft.target().name()) + "]");
      lines("    length = " + WINDOW, "    horizon = 1", "    history = earlier", "  }");
    }
  }

  private void fields() {
    lines("  fields {");
    for (ColumnProfile column : draft.of(ColumnKind.TEXT)) {
      String name = name(column.name(), "text");
      String column1 = "column = " + quoted(column.name());
      lines(
          "    " + name + " { kind = text, " + column1 + ", max-length = " + words(column) + " }");
      embedded.add(name);
      encoders.put(name, "type = gru, hidden-size = 48, pooling { type = mean }");
    }
    for (ColumnProfile column : draft.of(ColumnKind.CHARACTERS)) {
      String name = name(column.name(), "characters");
      lines("    " + name + " { kind = characters, column = " + quoted(column.name()) + " }");
      embedded.add(name);
      encoders.put(name, "type = lstm, hidden-size = 64, bidirectional = true");
    }
    for (ColumnProfile column : draft.of(ColumnKind.SERIES)) {
      String name = name(column.name(), "series");
      String cut = ", delimiter = " + quoted(column.delimiter());
      lines(
          "    "
              + name
              + " { kind = series, channels = ["
              + quoted(column.name())
              + "]"
              + cut
              + " }");
      encoders.put(name, "type = gru, hidden-size = 48");
    }
    if (draft.windows()) {
      String column = quoted(draft.target().name() + "-window");
      String name = name("history", "history");
      lines("    " + name + " { kind = series, channels = [" + column + "] }");
      encoders.put(name, "type = gru, hidden-size = 48");
    }
    statics();
    lines("  }");
  }

  private void statics() {
    Map<String, List<ColumnProfile>> kinds = new LinkedHashMap<>();
    kinds.put("numeric", draft.of(ColumnKind.NUMBER));
    kinds.put("category", draft.of(ColumnKind.CATEGORY));
    kinds.put("booleans", draft.of(ColumnKind.BOOLEAN));
    kinds.put("dates", draft.of(ColumnKind.DATE));
    if (kinds.values().stream().allMatch(List::isEmpty)) {
      return;
    }
    String name = name("row", "row");
    lines("    " + name + " {", "      kind = static");
    kinds.forEach(
        (key, columns) -> {
          if (!columns.isEmpty()) {
            lines("      " + key + " = " + list(columns));
          }
        });
    if (!kinds.getOrDefault("dates", List.of()).isEmpty()) {
      lines("      # A year of the future is none of those of training, and so left out.");
      lines("      date-parts = [month, day-of-month, day-of-week, hour]");
    }
    lines("    }");
    encoders.put(name, "type = mlp, units = [32]");
  }

  private static String list(List<ColumnProfile> columns) {
    String one =
        columns.stream().map(c -> quoted(c.name())).collect(Collectors.joining(", ", "[", "]"));
    return one.length() <= WIDTH - 20
        ? one
        : columns.stream()
            .map(c -> "        " + quoted(c.name()))
            .collect(Collectors.joining("\n", "[\n", "\n      ]"));
  }

  private static int words(ColumnProfile column) {
    int[] lengths =
        column.counts().keySet().stream()
            .mapToInt(value -> value.strip().split("\\s+", -1).length)
            .sorted()
            .toArray();
    int most = lengths[(int) (0.95 * (lengths.length - 1))] * 6 / 5;
    return Math.min(LONGEST, Math.max(10, (most + 9) / 10 * 10));
  }

  private String target() {
    if (!draft.goal().classes()) {
      return "A number";
    }
    int given = draft.target().rows() - draft.target().missing();
    return draft.target().counts().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(6)
        .map(e -> "%s %.1f %%".formatted(e.getKey(), 100.0 * e.getValue() / given))
        .collect(Collectors.joining(", ", draft.target().distinct() + " classes: ", ""))
        .replaceAll("[\\r\\n]+", " ");
  }

  private void model() {
    lines("", "model {");
    embedded.forEach(n -> lines("  inputs." + n + " { type = embedding, size = 48 }"));
    encoders.forEach((name, settings) -> lines("  encoders." + name + " { " + settings + " }"));
    lines("  merger { type = concat }");
    String goal = draft.goal().name().toLowerCase(Locale.ROOT);
    lines("  head { type = " + goal + ", units = [32], dropout = 0.2 }", "}");
  }

  private void training() {
    lines("", "training {", "  batch-size = 64", "  epochs = 10", "  clip-norm = 5");
    lines("  optimizer { type = adam, learning-rate = 2e-3 }");
    lines("  early-stopping { patience = 3 }", "}");
  }

  /** Returns a name for a field that no other has. */
  private String name(String column, String otherwise) {
    String plain =
        Arrays.stream(column.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    String start = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? otherwise : plain;
    String name = start;
    for (int i = 2; encoders.containsKey(name); i++) {
      name = start + "-" + i;
    }
    return name;
  }

  private static String quoted(String value) {
    return com.typesafe.config.ConfigUtil.quoteString(value);
  }
}
