package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuckDbTest {

  private static final String QUERY =
      "SELECT CAST(CASE WHEN i = %d THEN 'none' ELSE i::VARCHAR END AS INTEGER) AS n FROM range(300000) t(i)";

  @Test
  void aQueryThatFailsAfterManyRowsIsAFailureAndNoShorterResult() throws SQLException {
    try (DuckDb database = DuckDb.open()) {
      assertThatThrownBy(() -> database.columns(QUERY.formatted(290_000)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("none");
    }
  }

  @Test
  void allRowsOfALargeResultArrive() throws SQLException {
    try (DuckDb database = DuckDb.open()) {
      Map<String, Column> columns = database.columns(QUERY.formatted(-1));
      assertThat(columns).containsOnlyKeys("n");
      assertThat(columns.values().iterator().next().get(299_999)).isEqualTo("299999");
    }
  }
}
