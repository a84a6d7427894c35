package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid data} shows. */
final class DataCommandTest {

  @TempDir Path folder;

  private Outcome data(String experiment, String... sets) {
    Session session = new Session(folder).withExperiments();
    String[] arguments = new String[2 + 2 * sets.length];
    arguments[0] = "data";
    arguments[1] = session.path(experiment);
    for (int i = 0; i < sets.length; i++) {
      arguments[2 + 2 * i] = "--set";
      arguments[3 + 2 * i] = sets[i];
    }
    return session.braid(arguments);
  }

  @Test
  void textStaticsAndClassesAreShown() throws IOException {
    Outcome outcome = data("reviews.conf");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    Golden.matches("messages/data-view", outcome.out());
  }

  @Test
  void columnsThatTellTheTargetAreSuspicious() {
    Outcome classes =
        data("reviews.conf", "data.fields.writer.category=[label]", "data.split.seed=2");
    assertThat(classes.out())
        .contains("label: by itself it tells the class of 100.0 % of the training rows");
    String halves = "select x::int + 0.5 as x, y, y::int - x::int - 0.5 as z from source";
    String sql = "data.source.sql=\"" + halves + '"';
    Outcome numbers = data("numbers.conf", sql);
    assertThat(numbers.out()).contains("no column is constant").contains("not read: z");
    String parts = "select x::int + 0.5 as x, y, y::int + x::int + 0.5 as z from source";
    Outcome other =
        data("numbers.conf", "data.source.sql=\"" + parts + '"', "data.fields.x.numeric=[x, z]");
    assertThat(other.out().replaceAll("\\s+", " ")).contains("in every row, z - x = y");
    Outcome sums = data("numbers.conf", sql, "data.fields.x.numeric=[x, z]");
    assertThat(sums.out().replaceAll("\\s+", " ")).contains("in every row, x + z = y");
  }
}
