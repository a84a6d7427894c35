package org.braidml.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** The table as a page, with what it was measured on. */
final class StepPage {

  private StepPage() {}

  static String of(String options, List<StepRow> rows, List<String> engines) {
    return """
    # A training step beside a bare DJL loop

    `benchmarks/run-step %s`, %s

    %s.
    Engines: %s.

    Both loops train the same model, an LSTM, its final state, a linear map and softmax cross-entropy, with Adam, from the
    same parameters on the same batches, which come from arrays of the host in each step. The bare loop is DJL's own blocks,
    `Trainer`, loss and Adam; Braid's is `TrainingStep`, which besides checks shapes and looks whether the loss is finite. Both read the loss of each step. One process for each engine and number of intra-op threads; in it
    the loops take turns, a block of steps each, so that what slows the machine slows both. Milliseconds are medians over all
    steps; a block ratio compares two neighbouring blocks, and their quartiles show the noise. The claim: **at most 1.10**.
    Processor time is a mean over steps, of all threads; with two it counts how they spin while they wait. The losses are those of
    the same batch after %d steps: they agree if both train
    alike, but for the epsilon of Adam, which DJL adds before the bias correction and Braid, as the paper, after it. Rows of differing lengths are
    for information; the bare loop cannot read them.

    %s
    %s
    """
        .formatted(
            options,
            HostFacts.now(),
            HostFacts.machine(),
            String.join("; ", engines),
            StepProcess.COMPARED,
            StepRow.HEADER,
            rows.stream().map(StepRow::markdown).collect(Collectors.joining("\n")));
  }
}
