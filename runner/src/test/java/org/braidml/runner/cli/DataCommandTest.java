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

  private static final String MATCHES =
      """
      data {
        source = "matches.csv"
        fields {
          last    { kind = series, channels = [last, rain], max-length = 3 }
          events  { kind = series, channels = [events] }
          words   { kind = text, column = words, min-count = 1, max-length = 4, truncate = left }
          numbers { kind = static, numeric = [shots] }
        }
        targets {
          goals { column = goals, kind = count }
          wins  { column = wins, kind = binary }
        }
      }
      model {
        inputs.words { type = embedding, size = 2 }
        encoders.last { type = lstm, hidden-size = 2 }
        encoders.events { type = lstm, hidden-size = 2 }
        encoders.words { type = lstm, hidden-size = 2 }
        encoders.numbers { type = mlp, units = [2] }
        merger { type = concat }
        heads {
          goals { type = count }
          wins { type = binary }
        }
      }
      training { epochs = 1, batch-size = 8 }
      """;

  @TempDir Path folder;

  private Outcome data(String experiment, String... sets) {
    Session session = withMatches(new Session(folder).withExperiments());
    String[] arguments = new String[2 + 2 * sets.length];
    arguments[0] = "data";
    arguments[1] = session.path(experiment);
    for (int i = 0; i < sets.length; i++) {
      arguments[2 + 2 * i] = "--set";
      arguments[3 + 2 * i] = sets[i];
    }
    return session.braid(arguments);
  }

  /** Matches: a series of two channels, one of arrays, a text and a number, for two targets. */
  private static Session withMatches(Session session) {
    StringBuilder rows = new StringBuilder("last,rain,events,words,shots,goals,wins\n");
    for (int i = 0; i < 40; i++) {
      int goals = i % 4;
      String last = "%d %d %d %d".formatted(i % 3, i % 5, i % 2, i % 7);
      String events = "\"[[%d, 0, 7], [%d, null, 7]]\"".formatted(i, goals);
      String words = "we " + "played ".repeat(i % 5) + "well";
      String numbers = "%d,%d,%d".formatted(10 * goals + i % 3, goals, goals > 1 ? 1 : 0);
      String rain = "\"[0, null, 0, 0]\"";
      rows.append(String.join(",", last, rain, events, words, numbers)).append('\n');
    }
    return session.with("matches.csv", rows.toString()).with("matches.conf", MATCHES);
  }

  @Test
  void cutRowsConstantChannelsAndSeveralTargetsAreShown() throws IOException {
    Outcome outcome = data("matches.conf");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    Golden.matches("messages/data-view-several", outcome.out());
  }

  @Test
  void rowsThatAreJustAsLongAsTheyMayBeAreNotCut() {
    assertThat(data("matches.conf", "data.fields.words.max-length=6").out())
        .contains("lengths of words, in steps; none is cut");
    assertThat(data("matches.conf", "data.fields.words.max-length=5").out())
        .containsPattern("max-length = 5 cuts \\d of 28 training rows \\(.+\\), the longest of 6");
    assertThat(data("matches.conf", "data.fields.last.max-length=4").out())
        .contains("every training row of last has 4 steps\n\n");
  }

  @Test
  void aCountIsANumberAndNoClass() {
    String more = "select *, goals::int + shots::int as more from source";
    Outcome outcome =
        data(
            "matches.conf",
            "data.source.sql=\"" + more + '"',
            "data.fields.numbers.numeric=[shots, more]");
    assertThat(outcome.out()).contains("target: goals, a count\n");
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("in every row, more - shots = goals");
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
