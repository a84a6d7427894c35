package org.braidml.runner.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.FieldConfig;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.StaticFieldConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.fit.FittedFeatures;

/** The columns that are asked for, and by which key. */
final class ColumnCheck {

  private final List<Asked> asked = new ArrayList<>();

  /** Windows are made of columns of the source, and so are not looked for in it. */
  private final List<String> made;

  private ColumnCheck(Optional<WindowsConfig> windows) {
    made = windows.map(WindowsConfig::windows).orElse(List.of());
    windows.ifPresent(
        config -> {
          config.series().forEach(column -> ask("data.windows.series", column));
          config.group().ifPresent(column -> ask("data.windows.group", column));
          config.order().ifPresent(column -> ask("data.windows.order", column));
        });
  }

  static ColumnCheck of(DataConfig config) {
    ColumnCheck check = new ColumnCheck(config.windows());
    config.sortedFields().forEach((name, field) -> check.field(name, field));
    config
        .allTargets()
        .forEach(
            (name, target) ->
                target
                    .sourceColumns()
                    .forEach(column -> check.ask(config.targetKey(name) + key(target), column)));
    config.weight().ifPresent(column -> check.ask("data.weight", column));
    config.split().column().ifPresent(column -> check.ask("data.split.column", column));
    config.split().group().ifPresent(column -> check.ask("data.split.group", column));
    config.split().time().ifPresent(column -> check.ask("data.split.time", column));
    return check;
  }

  static ColumnCheck of(FittedFeatures features, Optional<WindowsConfig> windows) {
    ColumnCheck check = new ColumnCheck(windows);
    features
        .fields()
        .forEach(
            (name, field) ->
                field.sourceColumns().forEach(column -> check.ask("data.fields." + name, column)));
    return check;
  }

  private static String key(TargetConfig target) {
    return target.sourceColumn().isPresent() ? ".column" : ".columns";
  }

  private void field(String name, FieldConfig field) {
    String key = "data.fields." + name;
    if (field instanceof StaticFieldConfig statics) {
      statics.numeric().forEach(column -> ask(key + ".numeric", column));
      statics.category().forEach(column -> ask(key + ".category", column));
      statics.booleans().forEach(column -> ask(key + ".booleans", column));
      statics.dates().forEach(column -> ask(key + ".dates", column));
    } else {
      String columns = field instanceof SeriesFieldConfig ? ".channels" : ".column";
      field.sourceColumns().forEach(column -> ask(key + columns, column));
    }
  }

  private void ask(String key, String column) {
    if (!made.contains(column)) {
      asked.add(new Asked(key, column));
    }
  }

  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    asked.forEach(one -> columns.add(one.column()));
    return columns;
  }

  /** Tells which of them a source lacks. */
  void against(List<String> names, String source, Problems problems) {
    boolean single = names.size() == 1;
    int before = problems.size();
    for (Asked one : asked) {
      if (single && problems.size() > before) {
        return; // the first says enough
      }
      if (!names.contains(one.column())) {
        problems.add(
            Problem.at(one.key())
                .what(source + " has no column \"" + one.column() + '"')
                .found(one.column(), Stream.concat(names.stream(), made.stream()).toList())
                .remedy(
                    single ? "there is one column only: is data.source.delimiter right?" : null));
      }
    }
  }

  private record Asked(String key, String column) {}
}
