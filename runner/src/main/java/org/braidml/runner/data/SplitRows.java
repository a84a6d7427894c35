package org.braidml.runner.data;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.RowContents;
import org.braidml.runner.data.split.Split;
import org.braidml.runner.data.window.Windows;

/**
 * Rows before anything is learnt from them: read, without bad ones, split, cut into windows.
 *
 * @param rows the rows, windows included
 * @param split which rows are for what
 * @param kept which rows of the source these are
 * @param windows how they were cut, if they were
 */
record SplitRows(Rows rows, Split split, BadRows.Kept kept, Optional<Windows.Windowed> windows) {

  static SplitRows of(BadRows.Kept kept, Split sides, Optional<Windows.Windowed> windows) {
    Rows source = kept.rows();
    return new SplitRows(
        windows.map(cut -> new Rows(cut.table(), source.parts())).orElse(source),
        windows.map(Windows.Windowed::split).orElse(sides),
        kept,
        windows);
  }

  /** Returns the SHA-256 of what the test rows hold; a window may hold other rows too. */
  String testContents(DataConfig config) {
    Set<String> columns = new LinkedHashSet<>(ColumnCheck.of(config).columns());
    config.windows().map(WindowsConfig::windows).ifPresent(columns::addAll);
    return RowContents.sha256(rows.table(), columns, split.test());
  }
}
