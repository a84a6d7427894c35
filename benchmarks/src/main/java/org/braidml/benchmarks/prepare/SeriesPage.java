package org.braidml.benchmarks.prepare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braidml.benchmarks.HostFacts;
import org.braidml.runner.Version;

/**
 * The measurement of series as the last part of the page.
 *
 * @param command how it was started
 * @param rows what was measured
 */
record SeriesPage(String command, List<SeriesBenchmark.Row> rows) {

  /** What the part begins with. */
  static final String HEADING = "## Series that the heap does not hold";

  String text() {
    return String.format(
        Locale.ROOT,
        """
        %s

        Written by `%s`, %s.

        %s. Braid %s.

        Made series of two variables are read, split (stratified), fitted on the training rows and encoded, and a small model is trained
        on them for one epoch: `braid train` under `%s`. The delimited file has %d steps a series in two columns of each row; the long form
        has %d steps, a row a measurement, subjects side by side. Encoded, a number takes 4 bytes. The program starts anew for each; files
        were read before, so that the system has them in memory.

        | source | its size | numbers | encoded | data from | preparation | whole run, an epoch included | its processor time | memory of its own | with mapped files |
        |---|---|---|---|---|---|---|---|---|---|
        %s
        Memory of its own is the heap and what the engine, the database and the Java runtime hold beside it.
        """,
        HEADING,
        command,
        HostFacts.now(),
        HostFacts.machine(),
        Version.BRAID,
        SeriesBenchmark.HEAP,
        MadeSeries.STEPS,
        MadeSeries.LONG_STEPS,
        rows.stream().map(SeriesPage::row).collect(Collectors.joining()));
  }

  private static String row(SeriesBenchmark.Row row) {
    MeasuredRun run = row.run();
    return String.format(
        Locale.ROOT,
        "| %s | %,d MB | %,d | %,d MB | %s | %.1f s | %.1f s | %.1f s | %,d MB | %,d MB |\n",
        row.name(),
        row.bytes() / 1_000_000,
        row.numbers(),
        row.encoded() / 1_000_000,
        row.from(),
        run.seconds(),
        run.whole(),
        run.processor(),
        run.own(),
        run.mapped());
  }

  /** Returns whether the runs that should have found prepared data did. */
  boolean reached() {
    return rows.stream().allMatch(row -> row.run().fromCache() == row.from().equals("the cache"));
  }

  /** Returns a page with this as its last part. */
  String after(String page) {
    int at = page.indexOf(HEADING);
    return (at < 0 ? page + (page.isEmpty() ? "" : "\n") : page.substring(0, at)) + text();
  }

  /** Returns the part of a page that this wrote, if there is one, to be put after another. */
  static String of(String page) {
    int at = page.indexOf(HEADING);
    return at < 0 ? "" : "\n" + page.substring(at);
  }
}
