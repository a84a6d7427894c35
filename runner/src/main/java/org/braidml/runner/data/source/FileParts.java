package org.braidml.runner.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Table;

/** The files of one source, one after another. */
final class FileParts {

  private final OneFile reader;
  private final Path folder;
  private final Set<String> wanted;
  private final Sources.Inspection inspection;
  private final Problems problems;
  private final List<Table> tables = new ArrayList<>();
  private final List<Side> sides = new ArrayList<>();
  private boolean whole = true;

  FileParts(
      OneFile reader,
      Path folder,
      Set<String> wanted,
      Sources.Inspection inspection,
      Problems problems) {
    this.reader = reader;
    this.folder = folder;
    this.wanted = wanted;
    this.inspection = inspection;
    this.problems = problems;
  }

  /** Reads all files; empty if there were problems. */
  Optional<Rows> read(String path, Optional<String> validation, Optional<String> test) {
    List<SideFiles> given = new ArrayList<>();
    given.add(SideFiles.of(Side.TRAIN, path, folder, problems));
    validation.ifPresent(name -> given.add(SideFiles.of(Side.VALIDATION, name, folder, problems)));
    test.ifPresent(name -> given.add(SideFiles.of(Side.TEST, name, folder, problems)));
    if (!SideFiles.apart(given, folder, problems)) {
      return Optional.empty();
    }
    given.forEach(this::add);
    return whole ? joined() : Optional.empty();
  }

  private void add(SideFiles given) {
    given.files().forEach(file -> one(given.key(), file, given.side()));
    whole &= problems.isEmpty();
  }

  private void one(String key, String file, Side side) {
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

  /** Reads one file; empty if there were problems. */
  @FunctionalInterface
  interface OneFile {

    /**
     * Reads a file.
     *
     * @param key the key that names the file, for messages
     * @param name the file as the user named it
     * @param wanted the columns to read
     */
    Optional<Table> read(String key, String name, Set<String> wanted);
  }
}
