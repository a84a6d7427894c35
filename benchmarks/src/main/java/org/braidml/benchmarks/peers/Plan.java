package org.braidml.benchmarks.peers;

import java.nio.file.Path;
import java.util.List;

/**
 * How rows are measured.
 *
 * @param rounds how often each side has its turn
 * @param folder for made data, runs and results
 * @param python the interpreter that has PyTorch
 * @param sets {@code key=value} for Braid's side
 * @param quick whether to see only that all works: one thread, few steps
 */
record Plan(int rounds, Path folder, String python, List<String> sets, boolean quick) {

  Plan {
    sets = List.copyOf(sets);
  }

  /** Returns the numbers of intra-op threads that are tried, without shards. */
  List<Cores> threads() {
    return quick ? List.of(new Cores(1, 1)) : List.of(new Cores(1, 1), new Cores(2, 1));
  }

  /** Returns how many epochs are trained where the file says so many. */
  int epochs(int asked) {
    return quick ? 2 : asked;
  }

  /** Returns a number of repetitions. */
  int times(int asked) {
    return quick ? Math.max(2, asked / 50) : asked;
  }

  /** Takes the errors of processes. */
  Path log() {
    return folder.resolve("errors.txt");
  }
}
