package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuckDbTest {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  /** Texts beyond what the heap keeps, so that they lie in a file; late in them, no number. */
  private static final String FAILS_LATE =
      """
      SELECT repeat('x', 1000), CAST(CASE WHEN i = 29000 THEN 'x' ELSE '1' END AS INTEGER)
      FROM range(30000) numbers(i)
      """;

  @Test
  void aQueryThatFailsHalfwayLeavesNoFileOpen() throws SQLException, IOException {
    assumeTrue(Files.isDirectory(OPEN_FILES), "the system tells which files are open");
    List<String> before = spilled();
    try (DuckDb database = DuckDb.open()) {
      assertThatThrownBy(() -> database.columns(FAILS_LATE)).isInstanceOf(SQLException.class);
    }
    assertThat(spilled()).hasSameSizeAs(before);
  }

  private static List<String> spilled() throws IOException {
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      return open.map(DuckDbTest::target).filter(name -> name.contains("braid-")).toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }
}
