package org.braidml.runner.data.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.FileFormat;
import org.braidml.runner.data.config.FileSourceConfig;

/** Reads one file into a {@link Table}. Values stay text; rows stay in the order of the file. */
public final class TableReader {

  private final FileSourceConfig config;
  private final Path folder;
  private final Problems problems;

  /**
   * A reader of files with the same settings.
   *
   * @param config the settings
   * @param folder what relative paths are relative to
   * @param problems takes what is wrong
   */
  public TableReader(FileSourceConfig config, Path folder, Problems problems) {
    this.config = config;
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param key the key that names the file, for messages
   * @param name the file as the user named it
   * @param wanted the columns to read; others are only named
   * @return the table, or empty if there were problems
   */
  public Optional<Table> read(String key, String name, Set<String> wanted) {
    Path path = folder.resolve(name);
    FileProblems told = new FileProblems(key, name, path, problems, config.onBadRow());
    Optional<Dialect> dialect = Dialects.of(config.dialect(), name, problems);
    if (dialect.isEmpty() || !told.readable()) {
      return Optional.empty();
    }
    TextFile file = new TextFile(path, dialect.get().charset());
    try {
      Optional<Query> query = Query.of(config.sql(), config.tables(), key, folder, problems);
      return query.isEmpty()
          ? Optional.empty()
          : rows(file, new FileRead(file, dialect.get(), query.get(), told), dialect.get(), wanted);
    } catch (CharacterCodingException e) {
      told.wrongCharset(dialect.get().charset(), wrongBytes(file, dialect.get()));
    } catch (IOException e) {
      told.unreadable(e);
    }
    return Optional.empty();
  }

  private static Optional<WrongBytes> wrongBytes(TextFile file, Dialect dialect) {
    try {
      return WrongBytes.in(file, dialect);
    } catch (IOException e) {
      return Optional.empty(); // the message then tells the file alone
    }
  }

  /**
   * DuckDB reads what is not of the usual kind: a plain copy of a text, an unpacked copy of what is
   * none, or the file itself if it is plain or not packed.
   */
  private static Optional<Table> rows(
      TextFile file, FileRead read, Dialect dialect, Set<String> wanted) throws IOException {
    Optional<Table> usual = read.plainRows(file.path(), wanted);
    if (usual.isPresent()) {
      return usual;
    }
    boolean text = dialect.format() != FileFormat.PARQUET;
    if (text ? file.isPlain(dialect.quoted()) : !Packed.is(file.path())) {
      return read.rows(file.path(), wanted);
    }
    Path copy =
        text
            ? file.plain(dialect.header(), dialect.quoted(), new BitSet())
            : Packed.copy(file.path(), Entries.Bounds.USUAL.inAll());
    try {
      return read.rows(copy, wanted);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
