package org.braidml.runner.experiment;

import java.util.List;
import org.braidml.api.config.Problem;

/** Which keys do not go together with shards of a batch. */
final class ShardKeys {

  private static final String KEY = "training.shards";

  private ShardKeys() {}

  static void check(ExperimentConfig config, List<Problem> problems) {
    String shards = config.training().shards();
    if (!shards.matches("auto|auto-1|[1-9]\\d{0,2}")) {
      problems.add(
          Problem.at(KEY)
              .value('"' + shards + '"')
              .what("expected auto, or a whole number from 1 to 999")
              .remedy("set training.shards = 2 on two cores")
              .build());
      return;
    }
    if (!config.training().sideBySide()) {
      return;
    }
    if (config.threads() > 1) {
      problems.add(
          Problem.at("threads")
              .value(Integer.toString(config.threads()))
              .what("each shard of a batch computes with one thread of the engine")
              .remedy("set threads = 1, or training.shards = 1")
              .build());
    }
    if (!config.device().equals("cpu")) {
      problems.add(
          refused(shards, "shards are for the cores of the cpu, and device is " + config.device()));
    }
    if (config.training().stateful()) {
      problems.add(refused(shards, "streams whose state goes on are read all at once"));
    }
  }

  private static Problem refused(String shards, String what) {
    return Problem.at(KEY).value(shards).what(what).remedy("set training.shards = 1").build();
  }
}
