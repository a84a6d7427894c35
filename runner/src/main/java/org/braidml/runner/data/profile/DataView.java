package org.braidml.runner.data.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.SeenData;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.FieldConfig;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedSequence;
import org.braidml.runner.data.fit.SeriesSteps;
import org.braidml.runner.data.table.Table;

/**
 * What a run sees of its data.
 *
 * @param table the rows
 * @param prepared what training takes
 * @param columns what the training rows of each input column hold, but those of series
 * @param series how many numbers the training rows of each series column have
 * @param lengths how many steps the training examples of each sequence have, by field
 * @param suspicions why, by the names of suspicious columns, those of series included
 * @param repeats training rows that repeat others
 * @param unread the columns of the source that nothing reads
 */
public record DataView(
    Table table,
    PreparedData prepared,
    List<ColumnProfile> columns,
    Map<String, SeriesSteps> series,
    SortedMap<String, StepCounts> lengths,
    Map<String, String> suspicions,
    Repeats repeats,
    List<String> unread) {

  /** Looks at data. */
  public static DataView of(DataConfig config, SeenData seen) {
    Table table = seen.table();
    int[] train = seen.prepared().split().train();
    SortedMap<String, FittedField> fields = seen.prepared().features().fields();
    List<ColumnProfile> columns = new ArrayList<>();
    Map<String, SeriesSteps> series = new LinkedHashMap<>();
    SortedMap<String, StepCounts> lengths = new TreeMap<>();
    List<String> unread = new ArrayList<>(table.names());
    for (Map.Entry<String, FieldConfig> field : config.sortedFields().entrySet()) {
      for (String column : field.getValue().sourceColumns()) {
        if (field.getValue() instanceof SeriesFieldConfig settings
            && settings.channels().contains(column)) {
          series.put(column, SeriesSteps.of(table.column(column), settings.delimiter(), train));
        } else {
          columns.add(ColumnProfile.of(column, table.column(column), train));
        }
      }
      unread.removeAll(field.getValue().sourceColumns());
    }
    fields.forEach(
        (name, field) -> {
          if (field instanceof FittedSequence sequence) {
            lengths.put(name, StepCounts.of(sequence, name, table, seen.prepared().train()));
          }
        });
    List<TargetConfig> targets = List.copyOf(config.allTargets().values());
    targets.forEach(target -> unread.removeAll(target.sourceColumns()));
    config.windows().map(WindowsConfig::sourceColumns).ifPresent(unread::removeAll);
    config.windows().map(WindowsConfig::windows).ifPresent(unread::removeAll);
    List<String> answers =
        targets.stream().flatMap(target -> target.sourceColumns().stream()).toList();
    Map<String, String> suspicions =
        new LinkedHashMap<>(Suspicions.of(table, columns, TargetColumn.of(targets), train));
    ConstantChannels.of(table, fields, train).forEach(suspicions::putIfAbsent);
    return new DataView(
        table,
        seen.prepared(),
        columns,
        series,
        lengths,
        suspicions,
        Repeats.of(table, seen.prepared().features().inputColumns(), answers, train),
        unread);
  }
}
