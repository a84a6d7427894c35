package org.braidml.benchmarks.results;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.study.stats.Interval;

/** The results as a page. */
final class ResultsPage {

  private static final String HEADER =
      """
      | data, engine | metric | mean | deviation | seeds | bar | on validation rows | parameters | seconds a run |
      |---|---|---|---|---|---|---|---|---|""";

  private static final String PAIRED_HEADER =
      """
      | engine | what is added | to | RMSE falls by | 95 % interval | seeds |
      |---|---|---|---|---|---|""";

  private ResultsPage() {}

  static String of(String options, List<Outcome> outcomes, EarlierPage earlier) {
    String rows =
        Subject.ALL.stream()
            .flatMap(subject -> rows(subject, outcomes, earlier))
            .collect(Collectors.joining("\n"));
    String paired = paired(outcomes);
    return """
    # Results on public data

    Written by `benchmarks/run-results %s`, %s.

    Each row trains one experiment file of [examples](../examples) as it stands, the data named by `BRAID_DATA`, once for each seed.
    A seed decides initial parameters, order of batches and dropout; the split stays, but for mr, where seed 1 tests the first of ten
    folds and seed 10 the last. Files were settled by
    validation rows alone and committed before the test rows were read. Every number but one column is of test rows, which a run reads
    once, at its end, with the parameters of its best validation epoch. Runs shared two cores, one thread each, so seconds are rough.

    %s
    %s

    Rows that a run with `--subjects` leaves out stand as an earlier run wrote them.
    Test rows of turbofan, icu and gunpoint had been read before: earlier files were tested and missed their bars (16.96, .839 and .86).
    The files of today were then chosen anew, by validation rows or by folds of the training file alone, and committed before their test.

    ## What others reach

    For orientation. Linear is logistic or ridge regression on simple summaries, or on weighted words of a text: one run, its
    regularisation fixed beforehand. Protocols of publications differ.

    %s

    ## Do both branches help?

    Bicycles, each branch alone against both: differences between runs of the same seed, their mean and its t interval. The split is one,
    so the interval speaks of initialisations and orders, not of other half years.

    %s
    %s
    """
        .formatted(
            options,
            LocalDate.now(ZoneOffset.UTC),
            HEADER,
            rows,
            Reference.table(),
            PAIRED_HEADER,
            paired.isEmpty() ? earlier.paired() : paired);
  }

  /** Returns the rows of a subject; those of an earlier page where nothing was run. */
  private static Stream<String> rows(Subject subject, List<Outcome> outcomes, EarlierPage earlier) {
    return Stream.of(EngineName.MXNET, EngineName.PYTORCH)
        .flatMap(
            engine -> {
              List<String> run =
                  outcomes.stream()
                      .filter(o -> o.subject().equals(subject) && o.engine() == engine)
                      .map(ResultsPage::row)
                      .toList();
              return (run.isEmpty() ? earlier.row(subject, engine) : run).stream();
            });
  }

  static String row(Outcome outcome) {
    Subject subject = outcome.subject();
    double mean = outcome.test().t().mean();
    String bar = "";
    if (subject.hasBar()) {
      bar =
          "%s %s: %s"
              .formatted(
                  subject.lower() ? "at most" : "at least",
                  number(subject.bar()),
                  subject.reached(mean) ? "reached" : "**missed**");
    }
    return "| %s, %s | %s | **%s** | %s | %s | %s | %s | %,d | %.0f |"
        .formatted(
            subject.name(),
            outcome.engine(),
            subject.metric(),
            number(mean),
            number(outcome.test().t().deviation()),
            values(outcome.test()),
            bar,
            number(outcome.validation().t().mean()),
            outcome.parameters(),
            outcome.seconds().t().mean());
  }

  private static String paired(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> Subject.SINGLE.contains(outcome.subject()))
        .map(single -> paired(single, both(outcomes, single.engine())))
        .collect(Collectors.joining("\n"));
  }

  private static String paired(Outcome single, Outcome both) {
    Seeds gain = single.test().minus(both.test());
    Interval interval = gain.t().interval(0.05);
    boolean counts = single.subject().equals(Subject.SINGLE.get(0));
    return "| %s | %s | %s | **%s** | %s to %s | %s |"
        .formatted(
            single.engine(),
            counts ? "calendar and weather" : "counts",
            counts ? "counts" : "calendar and weather",
            number(gain.t().mean()),
            number(interval.low()),
            number(interval.high()),
            values(gain));
  }

  private static Outcome both(List<Outcome> outcomes, EngineName engine) {
    return outcomes.stream()
        .filter(o -> o.subject().equals(Subject.BOTH) && o.engine() == engine)
        .findFirst()
        .orElseThrow();
  }

  private static String values(Seeds seeds) {
    return seeds.values().stream().map(ResultsPage::number).collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1.5 ? "%.4f" : "%.2f", value);
  }
}
