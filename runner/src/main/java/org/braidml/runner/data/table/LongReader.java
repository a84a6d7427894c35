package org.braidml.runner.data.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.LongSourceConfig;

/** Reads measurements in long form into a {@link Table} of subjects. */
public final class LongReader {

  private final LongSourceConfig config;
  private final Path folder;
  private final Problems problems;
  private final SubjectsApart apart = new SubjectsApart();

  /**
   * A reader of files that share no subject.
   *
   * @param config the settings
   * @param folder what relative paths are relative to
   * @param problems takes what is wrong
   */
  public LongReader(LongSourceConfig config, Path folder, Problems problems) {
    this.config = config;
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads a file, a folder or an archive; refuses a subject of a file that was read before.
   *
   * @param key the key that names it, for messages
   * @param name it as the user named it
   * @param wanted the columns to read; not used, for all are made
   * @return the table, or empty if there were problems
   */
  public Optional<Table> read(String key, String name, Set<String> wanted) {
    Path path = folder.resolve(name);
    FileProblems told = new FileProblems(key, name, path, problems, config.onBadRow());
    Optional<Charset> charset = Dialects.charset(config.encoding(), problems);
    if (charset.isEmpty() || (!Files.isDirectory(path) && !told.readable())) {
      return Optional.empty();
    }
    Pivot pivot = new Pivot(config, told.shown());
    try {
      new Entries(config.names())
          .each(path, (entry, in) -> pivot.take(entry, TextFile.lenient(in, charset.get())));
    } catch (IOException e) {
      told.unreadable(e);
      return Optional.empty();
    }
    if (!told.leftOut(pivot.faults())) {
      return Optional.empty();
    }
    if (pivot.subjects().size() == 0) {
      told.empty();
      return Optional.empty();
    }
    if (!apart.take(new SubjectsApart.Named(key, name), pivot.subjects(), problems)) {
      return Optional.empty();
    }
    return queried(pivot.subjects().table(), key, told);
  }

  private Optional<Table> queried(Table table, String key, FileProblems told) {
    if (config.sql().isEmpty()) {
      return Optional.of(table);
    }
    Optional<Query> query = Query.of(config.sql(), config.tables(), key, folder, problems);
    if (query.isEmpty()) {
      return Optional.empty();
    }
    try (DuckDb database = DuckDb.open()) {
      database.create("source", table);
      return query.get().ask(database, told);
    } catch (SQLException e) {
      told.queryRefused(e);
      return Optional.empty();
    }
  }
}
