package org.braidml.runner.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.config.JdkNamesSourceConfig;
import org.braidml.runner.data.config.ReviewsMadeSourceConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Table;
import org.braidml.runner.data.table.TableReader;

/** Opens sources. */
public final class Sources {

  private Sources() {}

  /**
   * Reads all rows of a source.
   *
   * @param source the source
   * @param folder what relative paths are relative to
   * @param wanted the columns to read; others are only named
   * @param problems takes what is wrong
   * @return the rows, or empty if there were problems
   */
  public static Optional<Rows> read(
      SourceConfig source, Path folder, Set<String> wanted, Problems problems) {
    if (source instanceof FileSourceConfig file) {
      return files(file, new TableReader(file, folder, problems), wanted);
    }
    if (source instanceof ReviewsMadeSourceConfig made) {
      return Optional.of(Rows.of(ReviewsMade.table(made.rows(), made.seed())));
    }
    if (source instanceof JdkNamesSourceConfig) {
      return Optional.of(Rows.of(JdkNames.table()));
    }
    throw new IllegalArgumentException("no reader for " + source.getClass().getSimpleName());
  }

  private static Optional<Rows> files(
      FileSourceConfig config, TableReader reader, Set<String> wanted) {
    Optional<Table> main = reader.read("data.source.path", config.path(), wanted);
    if (config.validation().isEmpty() && config.test().isEmpty()) {
      return main.map(Rows::of);
    }
    List<Table> tables = new ArrayList<>();
    List<Side> sides = new ArrayList<>();
    main.ifPresent(table -> add(table, Side.TRAIN, tables, sides));
    int expected = 1;
    if (config.validation().isPresent()) {
      expected++;
      reader
          .read("data.source.validation", config.validation().get(), wanted)
          .ifPresent(table -> add(table, Side.VALIDATION, tables, sides));
    }
    if (config.test().isPresent()) {
      expected++;
      reader
          .read("data.source.test", config.test().get(), wanted)
          .ifPresent(table -> add(table, Side.TEST, tables, sides));
    }
    return tables.size() < expected ? Optional.empty() : Optional.of(joined(tables, sides));
  }

  private static void add(Table table, Side side, List<Table> tables, List<Side> sides) {
    tables.add(table);
    sides.addAll(Collections.nCopies(table.size(), side));
  }

  private static Rows joined(List<Table> tables, List<Side> sides) {
    Table all = tables.get(0);
    for (Table next : tables.subList(1, tables.size())) {
      all = all.then(next);
    }
    return new Rows(all, sides);
  }
}
