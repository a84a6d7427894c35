package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braidml.benchmarks.Quantiles;

/** The sections of rows that are not trainings. */
final class OtherRows {

  private static final double STUDY_BAR = 1.5;
  private static final double HELP_BAR = 0.5;
  private static final double CHECK_BAR = 1.5;
  private static final double STEP_BAR = 3;

  private final StringBuilder text = new StringBuilder();
  private final Bars bars;

  private OtherRows(Bars bars) {
    this.bars = bars;
  }

  /** Returns the sections of what was measured, and adds their bars. */
  static String sections(Results results, Bars bars) throws IOException {
    OtherRows rows = new OtherRows(bars);
    results.of("W7", PredictionRow.Result.class).ifPresent(rows::predictions);
    results.of("W8", StudyRow.Result.class).ifPresent(rows::study);
    results.of("W9", StartRow.Result.class).ifPresent(rows::starts);
    return rows.text.toString();
  }

  private void predictions(PredictionRow.Result result) {
    text.append(
        """
        ## Predictions

        W7: text of 50 words, embedding 128, LSTM 128. One call at a time in a process that stays: Braid by `BundleCriteria`, from
        text to a `Prediction`; the script from text to a probability in `inference_mode`, with the faster of one and two threads; Braid's faster
        one counts. Then a file of texts, start of the process included: `braid predict`, and the script in batches of 256 of like lengths, with two threads.

        | side | p50, ms | p99, ms | file of %,d rows, s | rows/s | peak memory, MB |
        |---|---|---|---|---|---|
        """
            .formatted(result.rows()));
    List<Predicting> sides = result.sides();
    double script = Quantiles.median(sides.get(sides.size() - 1).p50());
    for (Predicting side : sides) {
      double p50 = Quantiles.median(side.p50());
      double seconds = Quantiles.median(side.seconds());
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.2f | %,.0f | %,.0f |%n",
              side.side(),
              p50,
              Quantiles.median(side.p99()),
              seconds,
              result.rows() / seconds,
              Quantiles.median(side.megabytes())));
    }
    for (String engine : List.of("Braid, MXNet", "Braid, PyTorch")) {
      double best =
          sides.stream()
              .filter(side -> side.side().startsWith(engine))
              .mapToDouble(side -> Quantiles.median(side.p50()))
              .min()
              .orElseThrow();
      bars.atMost("W7", engine + ", p50, of the script's", best / script, 1, "");
    }
    text.append("\n");
  }

  private void study(StudyRow.Result result) {
    String what = "16 trials two at a time, faster by a factor";
    bars.atLeast("W8", what, result.gain(), STUDY_BAR, "");
    text.append(
        """
        ## A study

        W8: 16 trials of W4 on PyTorch by `braid study`: %.1f s one after the other, %.1f s with `--jobs 2`, medians over rounds.

        """
            .formatted(Quantiles.median(result.alone()), Quantiles.median(result.together())));
  }

  private void starts(StartRow.Result result) {
    bars.atMost("W9", "`braid --help`", result.help(), HELP_BAR, " s");
    bars.atMost("W9", "`braid check`", result.check(), CHECK_BAR, " s");
    for (Map.Entry<String, Double> engine : result.firstStep().entrySet()) {
      String what = "start of `braid train` to the first step, " + engine.getKey();
      bars.atMost("W9", what, engine.getValue(), STEP_BAR, " s");
    }
    text.append(
        """
        ## Start

        W9: seconds from the start of the launcher, medians over rounds, in the table of bars. The first step is that of an epoch of one
        step, whose validation counts, too.

        """);
  }
}
