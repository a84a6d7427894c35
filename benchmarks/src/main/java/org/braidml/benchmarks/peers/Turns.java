package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The turns of one side: all numbers of threads in the first round, then the fastest. */
final class Turns {

  private final String side;
  private final List<Integer> threads;
  private final Trainer trainer;
  private final Map<Integer, List<TrainedRun>> runs = new TreeMap<>();

  private Turns(String side, List<Integer> threads, Trainer trainer) {
    this.side = side;
    this.threads = threads;
    this.trainer = trainer;
  }

  /** Trains once. */
  interface Trainer {
    TrainedRun train(int threads, int seed) throws IOException;
  }

  static Turns of(String side, List<Integer> threads, Trainer trainer) {
    return new Turns(side, threads, trainer);
  }

  /** Takes the turn of a round, from 1, which is also its seed. */
  void take(int round) throws IOException {
    for (int count : round == 1 ? threads : List.of(fastest())) {
      TrainedRun run = trainer.train(count, round);
      runs.computeIfAbsent(count, none -> new ArrayList<>()).add(run);
      System.out.printf(
          Locale.ROOT,
          "  round %d, %s, %s: %,.0f examples/s, %,.0f MB, %.1f s in all%n",
          round,
          side,
          counted(count),
          run.speed(),
          run.peakMegabytes(),
          run.seconds());
    }
  }

  /** Returns the number of threads that was fastest in the first round. */
  int fastest() {
    return runs.entrySet().stream()
        .max(Comparator.comparingDouble(entry -> entry.getValue().get(0).speed()))
        .orElseThrow()
        .getKey();
  }

  /**
   * Returns what came of the turns.
   *
   * @param more settings beside the threads
   */
  SideResult result(String more) {
    int best = fastest();
    List<String> tried =
        runs.entrySet().stream()
            .filter(entry -> entry.getKey() != best)
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "%s: %,.0f/s",
                        counted(entry.getKey()),
                        entry.getValue().get(0).speed()))
            .toList();
    return new SideResult(side, counted(best) + more, tried, runs.getOrDefault(best, List.of()));
  }

  private static String counted(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }
}
