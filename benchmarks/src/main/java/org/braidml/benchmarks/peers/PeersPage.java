package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braidml.benchmarks.HostFacts;

/** The results as a page. */
final class PeersPage {

  private static final String SIDES =
      """
      | row | side | fastest with | examples/s | of the script's | to the metric, s | peak memory, MB | rest of the process, s |
      |---|---|---|---|---|---|---|---|
      """;

  private static final String STEPS =
      """
      | row | engine, threads | bare DJL, ms a step | Braid, ms a step | median ratio of blocks | quartiles | bare DJL, examples/s | its peak memory, MB |
      |---|---|---|---|---|---|---|---|
      """;

  private final StringBuilder sides = new StringBuilder();
  private final StringBuilder steps = new StringBuilder();
  private final Bars bars = new Bars();

  private PeersPage() {}

  static String of(Results results, String options, String version) throws IOException {
    PeersPage page = new PeersPage();
    List<TrainResult> trained = new ArrayList<>();
    for (Workload workload : Workload.ALL) {
      results.of(workload.id(), TrainResult.class).ifPresent(trained::add);
    }
    trained.forEach(page::add);
    page.bars.trainings(trained);
    String more = OtherRows.sections(results, page.bars);
    return """
    # Beside PyTorch

    `BRAID_DATA=... benchmarks/run-peers --python PYTHON --out docs/measurements/peers.md%s`

    %s. The script: PyTorch %s. Rows were measured at: %s.

    Every side trains the same model on the same rows, in the same split, with the same batch size and number of epochs, with Adam.
    Braid is `./braid train`, a process a run; the script is `benchmarks/peers/train.py`, which reads the rows that Braid prepared
    and is written as PyTorch's documentation would: padding to the batch's longest and batches of like lengths; packed or masked,
    sparse or dense gradients of embeddings, one or two threads and none or one worker of the loader, whichever is fastest by a short
    trial. Braid has one or two threads, or two shards of one thread each, whichever is fastest in the first round; where shards have
    a row of their own, it stands beside the faster of one and two threads. Sides take turns, in another order each round, and a round is a seed.
    Parameters start as each side's own layers do: Braid's recurrent weights are orthogonal and its forget gates begin open, PyTorch's are uniform.

    Examples a second are those of the steps after the first epoch; medians over rounds. *To the metric*: the seconds of steps, the
    first epoch and Java's compilation in it included, until the epoch that reached what every run of every side reached on the
    validation rows. The rest of a process is its start, the reading of rows, validation and, on Braid's side, report and bundle.

    ## Bars

    %s
    ## Training

    %s%s
    ## A step beside the bare loop

    Both in one process, on the batches of the row, in blocks that take turns; Braid's is `TrainingStep`. The bare loop has no masks
    and no lengths: on rows of differing lengths it reads padding. Its memory is that of a process that prepares the rows and keeps all batches.

    %s%s
    %s"""
        .formatted(
            options,
            HostFacts.machine(),
            version,
            times(trained),
            page.bars.markdown(),
            SIDES,
            page.sides,
            STEPS,
            page.steps,
            more);
  }

  private static String times(List<TrainResult> trained) {
    return trained.stream()
        .map(row -> row.id() + " " + row.when() + ", rounds: " + row.sides().get(0).runs().size())
        .collect(Collectors.joining("; "));
  }

  private void add(TrainResult result) {
    Workload workload =
        Workload.ALL.stream().filter(w -> w.id().equals(result.id())).findFirst().orElseThrow();
    double target = result.target(workload);
    double script = result.sides().get(result.sides().size() - 1).speed();
    for (SideResult side : result.sides()) {
      sides.append(
          String.format(
              Locale.ROOT,
              "| %s %s | %s | %s%s | %,.0f | %.2f | %.2f (%s %.4f) | %,.0f | %.1f |%n",
              workload.id(),
              workload.title(),
              side.side(),
              side.settings(),
              side.tried().isEmpty() ? "" : " (" + String.join("; ", side.tried()) + ")",
              side.speed(),
              side.speed() / script,
              side.secondsTo(workload, target),
              workload.metric(),
              target,
              side.peakMegabytes(),
              side.otherSeconds()));
    }
    for (TrainResult.BareResult bare : result.bare()) {
      steps.append(
          String.format(
              Locale.ROOT,
              "| %s | %s, %d | %.3f | %.3f | **%.3f** | %.3f to %.3f | %,.0f | %,.0f |%n",
              workload.id(),
              bare.engine(),
              bare.threads(),
              bare.bareMilliseconds(),
              bare.braidMilliseconds(),
              bare.ratio(),
              bare.low(),
              bare.high(),
              bare.bareSpeed(),
              bare.bareMegabytes()));
    }
  }
}
