package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.runner.data.RefusedRow;

/**
 * The rows that were left out, as CSV: place, column, value, reason. There is no file without any.
 */
final class RefusedFile {

  private RefusedFile() {}

  static void write(Path file, List<RefusedRow> rows) throws IOException {
    if (rows.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    StringBuilder text = new StringBuilder("place,column,value,reason\n");
    for (RefusedRow row : rows) {
      text.append(
          Stream.of(row.where(), row.column(), row.value(), row.reason())
              .map(Csv::quoted)
              .collect(Collectors.joining(",", "", "\n")));
    }
    WholeFile.write(file, text.toString());
  }
}
