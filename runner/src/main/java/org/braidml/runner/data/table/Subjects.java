package org.braidml.runner.data.table;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.runner.data.config.LongSourceConfig;
import org.braidml.runner.data.config.Times;
import org.jspecify.annotations.Nullable;

/** Subjects by their ids, with what was measured of each. */
final class Subjects {

  private final LongSourceConfig config;
  private final Map<String, Integer> series = new HashMap<>();
  private final Set<String> statics;
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final MeasuredSeries measured;

  Subjects(LongSourceConfig config) {
    this.config = config;
    this.statics = new HashSet<>(config.statics());
    this.measured = new MeasuredSeries(config);
    config.series().forEach(variable -> series.putIfAbsent(variable, series.size()));
  }

  int size() {
    return subjects.size();
  }

  /** Returns the subjects by their ids, in the order in which they began. */
  Map<String, Subject> byId() {
    return Collections.unmodifiableMap(subjects);
  }

  /**
   * Returns a subject, which begins at a place if it is new.
   *
   * @param id its id
   * @param place where it stands, for messages
   */
  Subject of(String id, String place) {
    return subjects.computeIfAbsent(id, name -> new Subject(subjects.size(), place));
  }

  /** Takes a measurement of a subject; returns what is wrong with it, or an empty text. */
  String take(Subject subject, String variable, String moment, Subject.Given given) {
    if (config.nullValues().contains(given.value())) {
      return "";
    }
    if (statics.contains(variable)) {
      Subject.Given before = subject.take(variable, given);
      return before.agrees(given)
          ? ""
          : "%s of one subject is \"%s\" here and \"%s\" at %s"
              .formatted(variable, given.value(), before.value(), before.place());
    }
    Integer place = series.get(variable);
    return place == null ? "" : measured(subject, place, variable, moment, given.value());
  }

  private String measured(
      Subject subject, int place, String variable, String moment, String value) {
    double time = Clock.parse(moment.strip());
    double number = NumberColumn.parse(value);
    if (Double.isNaN(number)) {
      return "%s is \"%s\", which is no number".formatted(variable, value);
    }
    if (Double.isNaN(time)) {
      return "the time is \"%s\", neither a number nor hours and minutes".formatted(moment);
    }
    boolean binned = config.times() == Times.BINS;
    if (binned && (time < 0 || time > config.width() * config.bins())) {
      return "the time %s lies beyond %d steps of %s"
          .formatted(moment, config.bins(), config.width());
    }
    measured.take(subject.number(), place, time, number);
    return "";
  }

  /** Returns the subjects, a row each; asked once, when all was taken. */
  Table table() {
    List<Subject> rows = List.copyOf(subjects.values());
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put(
        LongSourceConfig.SUBJECT, Column.of(subjects.keySet().toArray(new @Nullable String[0])));
    for (String variable : config.statics()) {
      columns.put(variable, Column.computed(rows.size(), row -> rows.get(row).value(variable)));
    }
    List<Column> measurements = measured.columns(rows.size());
    for (String variable : config.series()) {
      columns.put(variable, measurements.get(series.getOrDefault(variable, 0)));
    }
    if (config.times() == Times.GAPS) {
      columns.put(config.gapColumn(), measurements.get(config.series().size()));
    }
    return Table.of(List.copyOf(columns.keySet()), columns, new SubjectPlaces(rows));
  }

  /** Where subjects stand, and their values that do not change. */
  private record SubjectPlaces(List<Subject> subjects) implements Places {

    @Override
    public String where(int row) {
      return subjects.get(row).place();
    }

    @Override
    public String where(int row, String column) {
      return subjects.get(row).place(column);
    }
  }
}
