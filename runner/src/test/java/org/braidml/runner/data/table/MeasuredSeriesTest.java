package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Random;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.LongSourceConfig;
import org.junit.jupiter.api.Test;

/** Measurements are put into the same steps, wherever they are noted. */
final class MeasuredSeriesTest {

  private static final int SUBJECTS = 700;

  private static LongSourceConfig config(String times, String aggregate) {
    String data =
        """
        source {
          type = long, path = x, id = id, time = t, variable = v, value = n
          series = [a, b, c], %s, aggregate = %s
        }
        fields.x { kind = series, channels = [a, b, c] }
        """
            .formatted(times, aggregate);
    DataConfig config =
        new Binder(new Registry(List.of()), new DefaultValues())
            .bind(DataConfig.class, ConfigFactory.parseString(data).root(), "data")
            .orElseThrow();
    return (LongSourceConfig) config.source();
  }

  private static List<Column> columns(LongSourceConfig config, int few) {
    MeasuredSeries series = new MeasuredSeries(config, few);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      series.take(random.nextInt(SUBJECTS), random.nextInt(3), random.nextDouble() * 3.5, i / 8.0);
    }
    series.take(SUBJECTS, 1, 3.5, 1); // a subject without the other two
    return series.columns(SUBJECTS + 1);
  }

  @Test
  void measurementsInFilesAreThoseInTheHeap() {
    for (String aggregate : List.of("mean", "sum", "min", "max", "last")) {
      LongSourceConfig config = config("steps = 7, bin = 0.5", aggregate);
      List<Column> heap = columns(config, Integer.MAX_VALUE);
      List<Column> files = columns(config, 0);
      for (int variable = 0; variable < 3; variable++) {
        for (int subject = 0; subject <= SUBJECTS; subject++) {
          assertThat(files.get(variable).get(subject)).isEqualTo(heap.get(variable).get(subject));
        }
      }
      assertThat(files.get(0).get(SUBJECTS)).isEqualTo("[null,null,null,null,null,null,null]");
      assertThat(files.get(1).get(SUBJECTS)).isEqualTo("[null,null,null,null,null,null,1.0]");
    }
  }

  @Test
  void momentsInFilesAreThoseInTheHeap() {
    LongSourceConfig config = config("times = gaps", "mean");
    List<Column> heap = moments(config, Integer.MAX_VALUE);
    List<Column> files = moments(config, 0);
    assertThat(files).hasSize(4);
    for (int channel = 0; channel < 4; channel++) {
      for (int subject = 0; subject < SUBJECTS + 2; subject++) {
        assertThat(files.get(channel).get(subject)).isEqualTo(heap.get(channel).get(subject));
      }
    }
    assertThat(files.get(0).get(SUBJECTS)).isEqualTo("[null,null]");
    assertThat(files.get(1).get(SUBJECTS)).isEqualTo("[1.0,2.0]");
    assertThat(files.get(3).get(SUBJECTS)).isEqualTo("[0.0,0.5]");
    assertThat(files.get(3).get(SUBJECTS + 1)).isEqualTo("[]");
  }

  /** Often several numbers at one moment; a subject without two variables, and one without any. */
  private static List<Column> moments(LongSourceConfig config, int few) {
    MeasuredSeries series = new MeasuredSeries(config, few);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double time = random.nextInt(40) / 8.0;
      series.take(random.nextInt(SUBJECTS), random.nextInt(3), time, i / 8.0);
    }
    series.take(SUBJECTS, 1, 4, 2);
    series.take(SUBJECTS, 1, 3.5, 1);
    return series.columns(SUBJECTS + 2);
  }
}
