package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.graph.FieldData;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.cache.PreparedCache;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.run.FileSums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More numbers than are kept in the heap. */
final class LargeSeriesTest {

  private static final int ROWS = 1200;
  private static final int STEPS = 4500;

  private static final String DATA =
      """
      source { path = rows.csv }
      split { column = side }
      fields.x { kind = series, channels = [s], delimiter = ";", scaling = min-max, max-length = 4500 }
      target { kind = regression, column = y }
      """;

  @TempDir private Path folder;

  /** A digit; 0 and 9 are in each row. */
  private static int digit(int row, int step) {
    return (row * 31 + step * (1 + row % 7)) % 10;
  }

  @Test
  void seriesThatGoToAFileAreThoseOfTheSource() throws IOException {
    StringBuilder rows = new StringBuilder("s,side,y\n");
    for (int row = 0; row < ROWS; row++) {
      for (int step = 0; step < STEPS; step++) {
        rows.append(step == 0 ? "" : ";").append(digit(row, step));
      }
      rows.append(row < ROWS - 20 ? ",train," : row % 2 == 0 ? ",validation," : ",test,");
      rows.append(row).append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), rows);
    PreparedData fresh = prepare();
    check(fresh);
    check(prepare()); // from the cache
  }

  private void check(PreparedData data) {
    for (Examples side : List.of(data.train(), data.validation(), data.test())) {
      for (int example = 0; example < side.size(); example += 9) {
        FieldData.Values x =
            (FieldData.Values)
                Objects.requireNonNull(side.batch(new int[] {example}).fields().get("x"));
        float[] expected = new float[STEPS];
        for (int step = 0; step < STEPS; step++) {
          expected[step] = (float) (digit(side.row(example), step) / 9.0);
        }
        assertThat(x.values()).isEqualTo(expected);
      }
    }
  }

  private PreparedData prepare() {
    DataConfig config =
        new Binder(new Registry(List.of()), new DefaultValues())
            .bind(DataConfig.class, ConfigFactory.parseString(DATA).root(), "data")
            .orElseThrow();
    return PreparedCache.in(folder.resolve("cache"), 0, 1 << 30)
        .prepare(new DataPipeline("experiment.conf", folder), config, folder, new FileSums())
        .data();
  }
}
