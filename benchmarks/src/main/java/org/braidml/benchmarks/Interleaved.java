package org.braidml.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets loops take turns, a block of steps each, so that whatever slows the machine slows all of
 * them.
 */
final class Interleaved {

  private final List<StepLoop> loops;
  private final int block;
  private final List<List<Double>> steps = new ArrayList<>();
  private final List<List<Double>> blocks = new ArrayList<>();

  Interleaved(List<StepLoop> loops, int block) {
    this.loops = List.copyOf(loops);
    this.block = block;
    loops.forEach(
        loop -> {
          steps.add(new ArrayList<>());
          blocks.add(new ArrayList<>());
        });
  }

  /** Measures some rounds; every other one goes through the loops backwards. */
  void run(int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < loops.size(); turn++) {
        block(round % 2 == 0 ? turn : loops.size() - 1 - turn);
      }
    }
  }

  private void block(int index) {
    StepLoop loop = loops.get(index);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < block; i++) {
      long start = System.nanoTime();
      loop.step();
      times.add((System.nanoTime() - start) / 1e6);
    }
    steps.get(index).addAll(times);
    blocks.get(index).add(Quantiles.median(times));
  }

  /** Returns the median of all steps of a loop, in milliseconds. */
  double median(int loop) {
    return Quantiles.median(steps.get(loop));
  }

  /** Returns how many times as long the blocks of a loop took as those of another, by round. */
  List<Double> ratios(int loop, int other) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < blocks.get(loop).size(); round++) {
      ratios.add(blocks.get(loop).get(round) / blocks.get(other).get(round));
    }
    return ratios;
  }
}
