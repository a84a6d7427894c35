package org.braidml.runner.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.profile.ColumnKind;
import org.braidml.runner.data.profile.ColumnProfile;

/** Fields of columns: one of each sequence, and one of all static columns together. */
final class RowFields {

  private static final int LONGEST = 200;
  private static final String SERIES_ENCODER = "type = gru, hidden-size = 48";

  private final List<ColumnProfile> inputs;
  private final FieldNames names;
  private final List<Field> fields = new ArrayList<>();

  private RowFields(List<ColumnProfile> inputs, FieldNames names) {
    this.inputs = inputs;
    this.names = names;
  }

  /**
   * Returns the fields of some columns.
   *
   * @param inputs what the columns hold
   * @param windowed a column of which a window over earlier rows is an input too, or an empty text
   * @param names gives their names
   */
  static List<Field> of(List<ColumnProfile> inputs, String windowed, FieldNames names) {
    RowFields made = new RowFields(inputs, names);
    made.texts();
    made.series();
    if (!windowed.isEmpty()) {
      String column = "channels = " + Written.list(List.of(WindowsConfig.window(windowed)));
      String name = names.of("history", "history");
      made.fields.add(Field.of(name, List.of("kind = series", column), SERIES_ENCODER));
    }
    made.statics();
    return made.fields;
  }

  private List<ColumnProfile> of(ColumnKind kind) {
    return inputs.stream().filter(column -> column.kind() == kind).toList();
  }

  private void texts() {
    for (ColumnProfile column : of(ColumnKind.TEXT)) {
      text(column, "kind = text", column(column), words(column));
    }
    for (ColumnProfile column : of(ColumnKind.LIST)) {
      text(column, "kind = text", column(column), "tokenizer = list", words(column));
    }
    for (ColumnProfile column : of(ColumnKind.CHARACTERS)) {
      fields.add(
          Field.embedded(
              names.of(column.name(), "characters"),
              List.of("kind = characters", column(column)),
              "type = lstm, hidden-size = 64, bidirectional = true"));
    }
  }

  private void text(ColumnProfile column, String... settings) {
    fields.add(
        Field.embedded(
            names.of(column.name(), "text"),
            List.of(settings),
            "type = gru, hidden-size = 48, pooling { type = mean }"));
  }

  private static String column(ColumnProfile column) {
    return "column = " + Written.quoted(column.name());
  }

  private static String words(ColumnProfile column) {
    int[] lengths = column.lengths();
    int most = lengths[(int) (0.95 * (lengths.length - 1))] * 6 / 5;
    return "max-length = " + Math.min(LONGEST, Math.max(10, (most + 9) / 10 * 10));
  }

  private void series() {
    for (ColumnProfile column : of(ColumnKind.SERIES)) {
      int[] lengths = column.lengths();
      String channels = Written.list(List.of(column.name()));
      String name = names.of(column.name(), "series");
      fields.add(
          new SeriesField(name, channels, false, lengths[lengths.length - 1])
              .field("delimiter = " + Written.quoted(column.delimiter())));
    }
  }

  private void statics() {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    kinds.put("numeric", ColumnKind.NUMBER);
    kinds.put("category", ColumnKind.CATEGORY);
    kinds.put("booleans", ColumnKind.BOOLEAN);
    kinds.put("dates", ColumnKind.DATE);
    List<String> settings = new ArrayList<>(List.of("kind = static"));
    kinds.forEach(
        (key, kind) -> {
          List<String> columns = of(kind).stream().map(ColumnProfile::name).toList();
          if (!columns.isEmpty()) {
            settings.add(key + " = " + Written.list(columns));
          }
        });
    if (!of(ColumnKind.DATE).isEmpty()) {
      settings.add("# A year of the future is none of those of training, and so left out.");
      settings.add("date-parts = [month, day-of-month, day-of-week, hour]");
    }
    if (settings.size() > 1) {
      fields.add(Field.of(names.of("row", "row"), settings, "type = mlp, units = [32]"));
    }
  }
}
