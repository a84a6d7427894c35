package org.braidml.runner.data.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.braidml.api.graph.Batch;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.Scale;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;
import org.braidml.runner.data.store.SectionReader;
import org.braidml.runner.data.store.SectionWriter;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of series are the same, wherever they are kept. */
final class SeriesEncodingTest {

  private static final int ROWS = 300;

  @TempDir private Path folder;

  private static Examples examples(int few) {
    Random random = new Random(1);
    String[] one = new String[ROWS];
    String[] other = new String[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int length = random.nextInt(40);
      one[row] = String.join(";", random.ints(length, 0, 99).mapToObj(String::valueOf).toList());
      other[row] = one[row].replace("7", "");
    }
    Table table =
        Table.of(
            List.of("a", "b"),
            Map.of("a", Column.of(one), "b", Column.of(other)),
            row -> "row " + row);
    Scale scale = new Scale(true, 0.5, 3, 2, 1.25);
    FittedSeries field =
        new FittedSeries(
            List.of(),
            List.of("a", "b"),
            ";",
            true,
            true,
            30,
            Truncate.LEFT,
            0,
            List.of(scale, scale));
    int[] rows = IntStream.range(0, ROWS).map(row -> ROWS - 1 - row).toArray();
    Problems problems = new Problems();
    EncodedValues encoded =
        new SeriesEncoding(field, "data.fields.x", table)
            .of(rows, new NumbersWriter<>(Primitive.FLOAT, few), problems);
    assertThat(problems.isEmpty()).isTrue();
    EncodedSteps steps = new EncodedSteps("x", encoded.flat(), encoded.offsets());
    return new Examples(rows, Map.of("x", encoded), Map.of(), Map.of("y", steps));
  }

  private Path written(Examples examples, String name) throws IOException {
    Path file = folder.resolve(name);
    try (SectionWriter to = new SectionWriter(file)) {
      examples.write(to);
      to.finish();
    }
    return file;
  }

  @Test
  void examplesAreTheSameFromAFileAsFromTheHeap() throws IOException {
    Examples heap = examples(Integer.MAX_VALUE);
    Examples spilled = examples(100);
    Path file = written(heap, "heap");
    assertThat(written(spilled, "spilled")).hasSameBinaryContentAs(file);
    int[] some = IntStream.range(0, ROWS).map(i -> i * 7 % ROWS).toArray();
    for (int few : new int[] {Integer.MAX_VALUE, 100}) {
      try (SectionReader from = new SectionReader(file, few)) {
        Examples kept = Examples.read(from);
        for (Examples same : List.of(spilled, kept)) {
          Batch one = same.batch(some);
          Batch other = heap.batch(some);
          assertThat(one.fields()).usingRecursiveComparison().isEqualTo(other.fields());
          assertThat(one.targets().get("y")).isEqualTo(other.targets().get("y"));
          assertThat(same.target("y")).isEqualTo(heap.target("y"));
        }
      }
    }
  }
}
