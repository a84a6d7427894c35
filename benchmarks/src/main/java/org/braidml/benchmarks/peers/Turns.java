package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The turns of one side: all uses of the cores in the first round, then the fastest. */
final class Turns {

  private final String side;
  private final List<Cores> tried;
  private final Trainer trainer;
  private final Map<Cores, List<TrainedRun>> runs = new LinkedHashMap<>();

  private Turns(String side, List<Cores> tried, Trainer trainer) {
    this.side = side;
    this.tried = tried;
    this.trainer = trainer;
  }

  /** Trains once. */
  interface Trainer {
    TrainedRun train(Cores cores, int seed) throws IOException;
  }

  static Turns of(String side, List<Cores> tried, Trainer trainer) {
    return new Turns(side, tried, trainer);
  }

  /** Takes the turn of a round, from 1, which is also its seed. */
  void take(int round) throws IOException {
    for (Cores cores : round == 1 ? tried : List.of(fastest())) {
      TrainedRun run = trainer.train(cores, round);
      runs.computeIfAbsent(cores, none -> new ArrayList<>()).add(run);
      System.out.printf(
          Locale.ROOT,
          "  round %d, %s, %s: %,.0f examples/s, %,.0f MB, %.1f s in all%n",
          round,
          side,
          cores.words(),
          run.speed(),
          run.peakMegabytes(),
          run.seconds());
    }
  }

  /** Returns the use of the cores that was fastest in the first round. */
  Cores fastest() {
    return runs.entrySet().stream()
        .max(Comparator.comparingDouble(entry -> entry.getValue().get(0).speed()))
        .orElseThrow()
        .getKey();
  }

  /**
   * Returns what came of the turns.
   *
   * @param more settings beside the cores
   */
  SideResult result(String more) {
    Cores best = fastest();
    List<String> others =
        runs.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(best))
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "%s: %,.0f/s",
                        entry.getKey().words(),
                        entry.getValue().get(0).speed()))
            .toList();
    return new SideResult(side, best.words() + more, others, runs.getOrDefault(best, List.of()));
  }
}
