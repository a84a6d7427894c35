package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.runner.data.store.HeapRoom;
import org.braidml.runner.data.store.TextsWriter;

/**
 * Columns of a file of delimited values of the usual kind, several times as fast as by DuckDB, with
 * the same values. Of a file of another kind, or a faulty one, there are none.
 */
final class PlainFile {

  private final Dialect dialect;
  private final List<String> names;
  private final List<byte[]> missing;

  PlainFile(Dialect dialect, List<String> names) {
    this.dialect = dialect;
    this.names = names;
    this.missing =
        dialect.nullValues().stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /**
   * Reads columns.
   *
   * @param path the file
   * @param wanted the columns to read
   * @return the columns in the order of the file, or empty if DuckDB is to read it
   */
  Optional<Map<String, Column>> columns(Path path, Set<String> wanted) throws IOException {
    if (names.size() < 2 || !PlainRecords.knows(dialect)) {
      return Optional.empty();
    }
    HeapRoom room = new HeapRoom();
    int[] places = places(wanted);
    List<TextsWriter> values =
        IntStream.of(places).mapToObj(place -> new TextsWriter(room)).toList();
    boolean usual = false;
    try (InputStream in = Files.newInputStream(path)) {
      PlainRecords records = new PlainRecords(in, dialect, names.size());
      boolean skip = dialect.header();
      while (records.next()) {
        for (int i = 0; i < places.length && !skip; i++) {
          TextsWriter to = values.get(i);
          records.value(places[i], (bytes, from, length) -> add(to, bytes, from, length));
        }
        skip = false;
      }
      usual = !records.unusual();
      return usual ? Optional.of(columns(values, places)) : Optional.empty();
    } finally {
      if (!usual) {
        values.forEach(TextsWriter::discard);
      }
    }
  }

  private int[] places(Set<String> wanted) {
    boolean all = names.stream().noneMatch(wanted::contains);
    return IntStream.range(0, names.size())
        .filter(place -> all || wanted.contains(names.get(place)))
        .toArray();
  }

  private void add(TextsWriter to, byte[] bytes, int from, int length) {
    for (byte[] value : missing) {
      if (Arrays.equals(value, 0, value.length, bytes, from, from + length)) {
        to.add(null);
        return;
      }
    }
    to.add(bytes, from, length);
  }

  private Map<String, Column> columns(List<TextsWriter> values, int[] places) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < places.length; i++) {
      TextsWriter texts = values.get(i);
      columns.put(names.get(places[i]), Column.computed(texts.size(), texts.whole()));
    }
    return columns;
  }
}
