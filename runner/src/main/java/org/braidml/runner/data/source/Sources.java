package org.braidml.runner.data.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.config.JdkNamesSourceConfig;
import org.braidml.runner.data.config.LongSourceConfig;
import org.braidml.runner.data.config.ReviewsMadeSourceConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.config.TsSourceConfig;
import org.braidml.runner.data.table.LongReader;
import org.braidml.runner.data.table.Table;
import org.braidml.runner.data.table.TableReader;
import org.braidml.runner.data.table.TsReader;

/** Opens sources. */
public final class Sources {

  private Sources() {}

  /**
   * Reads all rows of a source.
   *
   * @param source the source
   * @param folder what relative paths are relative to
   * @param wanted the columns to read; others are only named
   * @param inspection is shown the names of the columns of each file, and the file; tells problems
   * @param problems takes what is wrong
   * @return the rows, or empty if there were problems
   */
  public static Optional<Rows> read(
      SourceConfig source,
      Path folder,
      Set<String> wanted,
      Inspection inspection,
      Problems problems) {
    if (source instanceof FileSourceConfig file) {
      TableReader reader = new TableReader(file, folder, problems);
      return new FileParts(reader::read, folder, wanted, inspection, problems)
          .read(file.path(), file.validation(), file.test())
          .filter(rows -> problems.isEmpty());
    }
    if (source instanceof TsSourceConfig ts) {
      TsReader reader = new TsReader(folder, problems, ts.onBadRow());
      return new FileParts(reader::read, folder, wanted, inspection, problems)
          .read(ts.path(), ts.validation(), ts.test())
          .filter(rows -> problems.isEmpty());
    }
    if (source instanceof LongSourceConfig measured) {
      LongReader reader = new LongReader(measured, folder, problems);
      return new FileParts(reader::read, folder, wanted, inspection, problems)
          .read(measured.path(), measured.validation(), measured.test())
          .filter(rows -> problems.isEmpty());
    }
    if (source instanceof ReviewsMadeSourceConfig made) {
      return made(ReviewsMade.table(made.rows(), made.seed()), "reviews-made", inspection);
    }
    if (source instanceof JdkNamesSourceConfig) {
      return made(JdkNames.table(), "jdk-names", inspection);
    }
    throw new IllegalArgumentException("no reader for " + source.getClass().getSimpleName());
  }

  private static Optional<Rows> made(Table table, String name, Inspection inspection) {
    inspection.inspect(table.names(), name);
    return Optional.of(Rows.of(table));
  }

  /** Looks at the columns of a file before its rows are used. */
  @FunctionalInterface
  public interface Inspection {

    /**
     * Looks at the columns of a file.
     *
     * @param names the names of its columns
     * @param file the file, or the made source
     */
    void inspect(List<String> names, String file);
  }
}
