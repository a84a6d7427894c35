package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.braidml.api.nn.Engines;

/** Invariant 7, second half: what a pass makes goes when its batch is closed. */
final class LeakCheck {

  private LeakCheck() {}

  static void nothingIsLeft(Trial trial) {
    try (NDManager sentinel = Engines.get(trial.engine()).newBaseManager()) {
      Set<String> before = arrays(sentinel).keySet();
      try (Probe probe = trial.probe()) {
        HostBatch batch = trial.batch(probe.subject());
        probe.evaluate(batch);
        probe.train(batch, 1);
        var warm = arrays(sentinel);
        for (int i = 0; i < 4; i++) {
          probe.evaluate(batch);
        }
        grown("evaluation", warm.keySet(), arrays(sentinel));
        for (int i = 0; i < 4; i++) {
          probe.train(batch, 2 + i);
        }
        grown("training", warm.keySet(), arrays(sentinel));
      }
      grown("all passes, when the parameters were closed,", before, arrays(sentinel));
    }
  }

  /** All arrays of the process on one engine, with their shapes. */
  private static Map<String, String> arrays(NDManager manager) {
    NDManager all = manager;
    for (NDManager up = all.getParentManager(); up != null && up != all; ) {
      all = up;
      up = up.getParentManager();
    }
    List<NDArray> managed = all.getManagedArrays();
    return managed.stream()
        .collect(
            Collectors.toMap(NDArray::getUid, array -> array.getShape().toString(), (a, b) -> a));
  }

  private static void grown(String when, Set<String> before, Map<String, String> after) {
    List<String> left =
        after.keySet().stream().filter(uid -> !before.contains(uid)).map(after::get).toList();
    Sizes.require(
        left.isEmpty(),
        "%d arrays are left after %s, of shapes %s: does an operation start from a parameter (its"
            + " result then belongs to the parameter's manager, not to the batch's)?",
        left.size(),
        when,
        new TreeSet<>(left));
  }
}
