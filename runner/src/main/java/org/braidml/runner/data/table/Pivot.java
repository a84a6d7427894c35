package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.runner.data.config.FileFormat;
import org.braidml.runner.data.config.LongSourceConfig;

/** Reads files of measurements, a row each, into {@link Subjects}. */
final class Pivot {

  private final LongSourceConfig config;
  private final String shown;
  private final Dialect dialect;
  private final Subjects subjects;
  private final Map<String, String> files = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  Pivot(LongSourceConfig config, String shown) {
    this.config = config;
    this.shown = shown;
    this.subjects = new Subjects(config);
    this.dialect =
        new Dialect(
            FileFormat.CSV,
            config.delimiter(),
            "\"",
            true,
            List.of(),
            StandardCharsets.UTF_8,
            config.nullValues());
  }

  List<Fault> faults() {
    return faults;
  }

  Subjects subjects() {
    return subjects;
  }

  /** Takes the rows of one file. */
  void take(Entries.Entry file, Reader text) throws IOException {
    String place = file.path().equals(shown) ? shown : shown + ", " + file.path();
    if (config.id().isEmpty() && !alone(file, place)) {
      return;
    }
    RecordScanner scanner = new RecordScanner(text, dialect); // whose reader is closed by its owner
    List<String> header = scanner.next();
    if (header == null) {
      faults.add(Fault.ofFile(place, "the file is empty"));
      return;
    }
    if (open(scanner, header, place)
        || wrongBytes(String.join(config.delimiter(), header), place + ":" + scanner.line())) {
      return;
    }
    Optional<Places> found = places(header, place);
    if (found.isEmpty()) {
      return;
    }
    if (config.id().isEmpty()) {
      subjects.of(file.subject(), place);
    }
    String alone = file.subject();
    boolean rows = false;
    for (List<String> row = scanner.next(); row != null; row = scanner.next()) {
      if (DelimitedRows.blank(row)) {
        continue;
      }
      rows = true;
      if (open(scanner, row, place)) {
        return;
      }
      if (row.stream().anyMatch(WrongBytes::has)) {
        wrongBytes(String.join(config.delimiter(), row), place + ":" + scanner.line());
        return; // the setting is wrong, so that other rows would be told too
      }
      String fault =
          row.size() == header.size()
              ? row(row, found.get(), alone, place, scanner.line())
              : row.size() + " values, where the first record has " + header.size();
      if (!fault.isEmpty()) {
        String whole = String.join(config.delimiter(), row);
        faults.add(Fault.ofRecord(place, scanner.line(), scanner.lastLine(), whole, fault));
      }
    }
    if (!rows) {
      faults.add(Fault.ofFile(place, "the file names columns and holds no row"));
    }
  }

  /** A quote that is never closed takes the rest of a file with it: nobody knows what it held. */
  private boolean open(RecordScanner scanner, List<String> row, String place) {
    if (scanner.endedWithinQuotes()) {
      faults.add(DelimitedRows.neverClosed(place, scanner, row, dialect));
    }
    return scanner.endedWithinQuotes();
  }

  /** Two files of one subject would be merged, whatever their folders and endings: refused. */
  private boolean alone(Entries.Entry file, String place) {
    String other = files.putIfAbsent(file.subject(), file.path());
    if (other == null) {
      return true;
    }
    String what =
        "\"%s\" and \"%s\" would be one subject, \"%s\": a file is one, by its name alone";
    faults.add(Fault.ofFile(place, what.formatted(other, file.path(), file.subject())));
    return false;
  }

  private boolean wrongBytes(String row, String where) {
    if (!WrongBytes.has(row)) {
      return false;
    }
    faults.add(
        Fault.ofFile(
            where, "bytes that are not " + config.encoding() + ": " + WrongBytes.shown(row)));
    return true;
  }

  private Optional<Places> places(List<String> header, String place) {
    List<String> asked = new ArrayList<>(List.of(config.time(), config.variable(), config.value()));
    config.id().ifPresent(asked::add);
    for (String column : asked) {
      if (!header.contains(column)) {
        faults.add(
            Fault.ofFile(
                place + ":1",
                "there is no column \"" + column + "\" among " + String.join(", ", header)));
        return Optional.empty();
      }
    }
    return Optional.of(
        new Places(
            config.id().map(header::indexOf).orElse(-1),
            header.indexOf(config.time()),
            header.indexOf(config.variable()),
            header.indexOf(config.value())));
  }

  /** Takes a row; returns what is wrong with it, or nothing. */
  private String row(List<String> row, Places at, String alone, String place, int line) {
    if (at.id() >= 0 && row.get(at.id()).isBlank()) {
      return "the column \"" + config.id().orElse("") + "\" is empty";
    }
    Subject subject = subjects.of(at.id() < 0 ? alone : row.get(at.id()), place);
    String value = row.get(at.value()).strip();
    return subjects.take(
        subject, row.get(at.variable()), row.get(at.time()), new Subject.Given(value, place, line));
  }

  /** Where the columns stand. */
  private record Places(int id, int time, int variable, int value) {}
}
