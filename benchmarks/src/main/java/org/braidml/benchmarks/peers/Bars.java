package org.braidml.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braidml.benchmarks.peers.TrainResult.BareResult;

/** What is asked of the numbers, and what came of it. */
final class Bars {

  private static final String HEADER =
      "| row | what | measured | asked | |\n|---|---|---|---|---|\n";

  private static final Map<String, Double> STEPS =
      Map.of("W2", 1.05, "W3", 1.05, "W4", 1.15, "W6", 1.05);

  private final List<String> lines = new ArrayList<>();

  /** Adds a bar that a measured number must not exceed. */
  void atMost(String row, String what, double measured, double bar, String unit) {
    line(row, what, measured, "at most", bar, unit, measured <= bar);
  }

  /** Adds a bar that a measured number must reach. */
  void atLeast(String row, String what, double measured, double bar, String unit) {
    line(row, what, measured, "at least", bar, unit, measured >= bar);
  }

  private void line(
      String row, String what, double measured, String how, double bar, String unit, boolean met) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.3f%s | %s %.2f%s | %s |%n",
            row,
            what,
            measured,
            unit,
            how,
            bar,
            unit,
            met ? "reached" : "**missed**"));
  }

  /** Adds the bars of trainings. */
  void trainings(List<TrainResult> trained) {
    for (TrainResult result : trained) {
      for (BareResult bare : result.bare()) {
        String what = bare.engine() + ", a step beside the bare loop's";
        atMost(result.id(), what, bare.ratio(), STEPS.getOrDefault(result.id(), 1.05), "");
      }
      shards(result);
      if (result.id().equals("W1")) {
        reviews(result);
      }
      if (result.id().equals("W5")) {
        trained.stream()
            .filter(other -> other.id().equals("W5-2000"))
            .findFirst()
            .ifPresent(small -> words(result, small));
      }
    }
  }

  /** Sides are the engines, the engines with shards, and the script; or no shards. */
  private void shards(TrainResult result) {
    int engines = (result.sides().size() - 1) / 2;
    for (int i = 0; engines > 1 && i < engines; i++) {
      SideResult whole = result.sides().get(i);
      double faster = result.sides().get(engines + i).speed() / whole.speed();
      double asked = whole.side().contains("PyTorch") ? 1.3 : 1.2;
      atLeast(result.id(), whole.side() + ", with shards, of threads", faster, asked, "");
    }
  }

  private void reviews(TrainResult result) {
    Workload workload = Workload.ALL.get(0);
    double target = result.target(workload);
    int last = result.sides().size() - 1;
    double script = result.sides().get(last).secondsTo(workload, target);
    for (SideResult side : result.sides().subList(0, last)) {
      String what = side.side() + ", time to the metric, of the script's";
      atMost(result.id(), what, side.secondsTo(workload, target) / script, 1, "");
    }
  }

  private void words(TrainResult large, TrainResult small) {
    int last = large.sides().size() - 1;
    for (int i = 0; i < last; i++) {
      SideResult side = large.sides().get(i);
      double growth = small.sides().get(i).speed() / side.speed();
      atMost(
          large.id(), side.side() + ", a step at 200,000 words of one at 2,000", growth, 1.15, "");
      double beside = side.speed() / large.sides().get(last).speed();
      atLeast(large.id(), side.side() + ", examples/s of the script's", beside, 1, "");
    }
  }

  String markdown() {
    return HEADER + String.join("", lines);
  }
}
