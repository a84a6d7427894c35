package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordScannerTest {

  @Test
  void aQuotedValueMayEndALineHoweverLinesEnd() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = String.join(end, "a,\"b\"", "\"c\",\"d\"", "e,f", "");
      List<List<String>> records = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      try (RecordScanner scanner = RecordScanner.ofCommas(new StringReader(text))) {
        List<String> record = scanner.next();
        while (record != null) {
          records.add(record);
          lines.add(scanner.line());
          record = scanner.next();
        }
      }
      assertThat(records).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
      assertThat(lines).containsExactly(1, 2, 3);
    }
  }
}
