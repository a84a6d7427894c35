package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.benchmarks.HostFacts;
import org.braidml.benchmarks.Quantiles;

/** W8: sixteen trials of W4 two at a time, and one after the other, in turns. */
record StudyRow() implements Row {

  private static final String FILE = "benchmarks/peers/w8-study.conf";

  /**
   * Seconds of the whole study, a number a round.
   *
   * @param when it was measured
   * @param alone one trial after the other
   * @param together two at a time
   */
  record Result(String when, List<Double> alone, List<Double> together) {

    /** Returns the median of how many times as fast two at a time are, by round. */
    double gain() {
      return Quantiles.median(
          IntStream.range(0, alone.size()).mapToObj(i -> alone.get(i) / together.get(i)).toList());
    }
  }

  @Override
  public String id() {
    return "W8";
  }

  @Override
  public Result measure(Plan plan) throws IOException {
    Result result = new Result(HostFacts.now(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < plan.rounds(); round++) {
      if (round % 2 == 0) {
        result.together().add(seconds(plan, 2));
        result.alone().add(seconds(plan, 1));
      } else {
        result.alone().add(seconds(plan, 1));
        result.together().add(seconds(plan, 2));
      }
    }
    System.out.println("  " + result);
    return result;
  }

  private static double seconds(Plan plan, int jobs) throws IOException {
    Path studies = Files.createTempDirectory(plan.folder(), "study-");
    List<String> command = new ArrayList<>(List.of("./braid", "study", FILE));
    command.addAll(List.of("--studies", studies.toString(), "--jobs", Integer.toString(jobs)));
    List<String> sets = new ArrayList<>(plan.sets());
    sets.add("engine=PyTorch");
    if (plan.quick()) {
      sets.add("training.epochs=" + plan.epochs(2));
      command.addAll(List.of("--seeds", "2"));
    }
    sets.forEach(set -> command.addAll(List.of("--set", set)));
    return Measured.run(command, Map.of(), plan.log()).seconds();
  }
}
