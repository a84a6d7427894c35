package org.braidml.runner.data.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Table;
import org.braidml.runner.data.table.TableReader;

/** The files of one source, one after another. */
final class FileParts {

  private final TableReader reader;
  private final Set<String> wanted;
  private final Sources.Inspection inspection;
  private final List<Table> tables = new ArrayList<>();
  private final List<Side> sides = new ArrayList<>();
  private boolean whole = true;

  FileParts(TableReader reader, Set<String> wanted, Sources.Inspection inspection) {
    this.reader = reader;
    this.wanted = wanted;
    this.inspection = inspection;
  }

  /** Reads all files; empty if there were problems. */
  Optional<Rows> read(FileSourceConfig config) {
    add("data.source.path", config.path(), Side.TRAIN);
    config.validation().ifPresent(file -> add("data.source.validation", file, Side.VALIDATION));
    config.test().ifPresent(file -> add("data.source.test", file, Side.TEST));
    return whole ? joined() : Optional.empty();
  }

  private void add(String key, String file, Side side) {
    Optional<Table> read = reader.read(key, file, wanted);
    whole &= read.isPresent() && lacksNothing(read.get(), file);
    if (whole && read.isPresent()) {
      tables.add(read.get());
      sides.addAll(Collections.nCopies(read.get().size(), side));
    }
  }

  private boolean lacksNothing(Table table, String file) {
    inspection.inspect(table.names(), file);
    return table.names().containsAll(wanted);
  }

  private Optional<Rows> joined() {
    if (tables.size() == 1) {
      return Optional.of(Rows.of(tables.get(0)));
    }
    return tables.stream().reduce(Table::then).map(all -> new Rows(all, sides));
  }
}
