package org.braidml.benchmarks.resume;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The kills as a page. */
final class KillPage {

  private KillPage() {}

  static String of(String options, List<KillRow> rows) {
    long kills = rows.stream().mapToLong(row -> row.kills().size()).sum();
    long writing =
        rows.stream().flatMap(row -> row.kills().stream()).filter(Kill::whileWriting).count();
    long same = rows.stream().filter(row -> row.differing().isEmpty()).count();
    return """
    # Runs that were killed and resumed

    Written by `benchmarks/run-kills %s`, %s.

    `examples/names`, four epochs on half of its rows, is trained in a process that is killed (`kill -9`) at seeded moments, every other time
    while a checkpoint is being written, and resumed by `braid resume` until it ends. Then its parameters, `metrics.jsonl` and test
    predictions are compared with those of a run that was never stopped.

    **%d kills, %d of them while a checkpoint was being written; %d of %d runs ended with the same bits.**

    Moments are named by the newest whole checkpoint: the epoch that was under way, and how many of its batches were done.

    %s
    %s
    """
        .formatted(
            options,
            LocalDate.now(ZoneOffset.UTC),
            kills,
            writing,
            same,
            rows.size(),
            KillRow.HEADER,
            rows.stream().map(KillRow::markdown).collect(Collectors.joining("\n")));
  }
}
