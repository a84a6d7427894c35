package org.braidml.runner.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.runner.data.store.HeapRoom;
import org.braidml.runner.data.store.TextsWriter;
import org.jspecify.annotations.Nullable;

/** The reading of one {@code .ts} file. */
final class TsTable {

  private static final String SERIES = "series";
  private static final String LABEL = "label";

  private final List<Fault> faults = new ArrayList<>();
  private final TsHeader header;
  private final String shown;
  private final Set<String> wanted;
  private final List<Integer> lines = new ArrayList<>();
  private final Map<String, TextsWriter> values = new LinkedHashMap<>();
  private List<String> names = List.of();
  private int width;

  private TsTable(Set<String> wanted, String shown) {
    this.wanted = wanted;
    this.shown = shown;
    this.header = new TsHeader(shown, faults);
  }

  /** Reads a file, or tells what is wrong with it. */
  static Optional<Table> read(BufferedReader reader, Set<String> wanted, FileProblems told)
      throws IOException {
    TsTable table = new TsTable(wanted, told.shown());
    boolean whole = false;
    try {
      table.read(reader);
      whole = told.leftOut(table.faults);
      if (whole && table.lines.isEmpty()) {
        told.empty();
        whole = false;
      }
    } finally {
      if (!whole) {
        table.values.values().forEach(TextsWriter::discard);
      }
    }
    return whole ? Optional.of(table.built()) : Optional.empty();
  }

  private void read(BufferedReader reader) throws IOException {
    boolean above = true;
    int line = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String stripped = text.strip();
      if (!above) {
        row(stripped, line);
      } else if (stripped.equalsIgnoreCase(TsHeader.END)) {
        above = false;
      } else {
        header.take(stripped, line);
      }
    }
    if (above && line > 0) {
      faults.add(Fault.ofFile(shown + ":" + line, "the file ends and no line is " + TsHeader.END));
    } else if (!above && lines.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.ofFile(shown + ":" + line, "no row follows " + TsHeader.END));
    }
  }

  private void row(String text, int line) {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    String[] parts = text.split(":", -1);
    if (names.isEmpty()) {
      width = header.dimensions(parts.length);
      name();
    }
    try {
      add(TsRow.of(parts, width, header));
      lines.add(line);
    } catch (TsRow.FaultException e) {
      faults.add(Fault.ofRecord(shown, line, line, text, String.valueOf(e.getMessage())));
    }
  }

  /** Names the columns and makes room for those that are read: all, if none of them is wanted. */
  private void name() {
    Stream<String> dimensions = IntStream.range(0, width).mapToObj(TsTable::dimension);
    Stream<String> others = header.labelled() ? Stream.of(SERIES, LABEL) : Stream.of(SERIES);
    names = Stream.concat(dimensions, others).toList();
    boolean all = names.stream().noneMatch(wanted::contains);
    HeapRoom room = new HeapRoom();
    names.stream()
        .filter(name -> wanted.contains(name) || (all && !name.equals(SERIES)))
        .forEach(name -> values.put(name, new TextsWriter(room)));
  }

  private static String dimension(int index) {
    return "dim" + (index + 1);
  }

  private void add(TsRow row) throws TsRow.FaultException {
    String series = values.containsKey(SERIES) ? row.series() : "";
    put(SERIES, series);
    put(LABEL, row.label());
    for (int d = 0; d < width; d++) {
      if (values.containsKey(dimension(d))) {
        put(dimension(d), row.dimension(d));
      }
    }
  }

  private void put(String name, @Nullable String value) {
    TextsWriter column = values.get(name);
    if (column != null) {
      column.add(value);
    }
  }

  private Table built() {
    Map<String, Column> columns = new LinkedHashMap<>();
    values.forEach(
        (name, texts) -> columns.put(name, Column.computed(texts.size(), texts.whole())));
    List<Integer> places = List.copyOf(lines);
    return Table.of(names, columns, row -> shown + ":" + places.get(row));
  }
}
