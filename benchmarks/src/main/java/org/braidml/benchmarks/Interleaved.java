package org.braidml.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets loops take turns, a block of steps each, so that whatever slows the machine slows all of
 * them.
 */
final class Interleaved {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<StepLoop> loops;
  private final int block;
  private final List<List<Double>> steps = new ArrayList<>();
  private final List<List<Double>> blocks = new ArrayList<>();
  private final long[] processor;

  Interleaved(List<StepLoop> loops, int block) {
    this.loops = List.copyOf(loops);
    this.block = block;
    this.processor = new long[loops.size()];
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
    long before = SYSTEM.getProcessCpuTime();
    for (int i = 0; i < block; i++) {
      long start = System.nanoTime();
      loop.step();
      times.add((System.nanoTime() - start) / 1e6);
    }
    processor[index] += SYSTEM.getProcessCpuTime() - before;
    steps.get(index).addAll(times);
    blocks.get(index).add(Quantiles.median(times));
  }

  /** Returns the median of all steps of a loop, in milliseconds. */
  double median(int loop) {
    return Quantiles.median(steps.get(loop));
  }

  /**
   * Returns how much processor time a step of a loop took, in milliseconds: a mean over all
   * threads, those of the JVM included, for the clock ticks slowly.
   */
  double processor(int loop) {
    return processor[loop] / 1e6 / steps.get(loop).size();
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
