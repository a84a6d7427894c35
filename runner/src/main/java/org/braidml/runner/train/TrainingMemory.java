package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.run.EpochReport;
import org.braidml.runner.experiment.TrainingConfig;

/** All that training remembers from one step to the next, which a checkpoint saves. */
final class TrainingMemory {

  private static final String PARAMETERS = "parameters.";
  private static final String BEST = "best.";
  private static final String OPTIMIZER = "optimizer.";
  private static final String CARRIED = "carried.";

  final EarlyStopping stopping;
  final LearningRate rate;
  final CarriedState carried = new CarriedState();
  private final ModelBlock model;
  private final Optimizer optimizer;
  private final List<EpochReport> reports = new ArrayList<>();
  private ParameterCopy best;
  private int epoch = 1;
  private int batch;
  private long steps;
  private EpochSums sums = EpochSums.NONE;

  /** The memory of training that begins. */
  TrainingMemory(ModelBlock model, Optimizer optimizer, TrainingConfig config, int batches) {
    this.model = model;
    this.optimizer = optimizer;
    this.best = ParameterCopy.of(model);
    this.stopping = new EarlyStopping(config.earlyStopping());
    this.rate =
        new LearningRate(
            config.schedule(),
            config.optimizer().learningRate(),
            batches,
            config.epochs(),
            EarlyStopping.higherIsBetter(config.earlyStopping().monitor()));
  }

  int epoch() {
    return epoch;
  }

  int batch() {
    return batch;
  }

  long steps() {
    return steps;
  }

  EpochSums sums() {
    return sums;
  }

  List<EpochReport> reports() {
    return List.copyOf(reports);
  }

  /** A batch is done. */
  void stepped(int examples, double loss) {
    batch++;
    steps++;
    sums = sums.plus(examples, loss);
  }

  /** So many seconds of training went into this epoch. */
  void took(double seconds) {
    sums = sums.after(seconds);
  }

  /** An epoch is done; the next one is due. */
  void epochEnded(EpochReport report) {
    if (report.best()) {
      best = ParameterCopy.of(model);
    }
    reports.add(report);
    carried.reset();
    epoch++;
    batch = 0;
    sums = EpochSums.NONE;
  }

  /** Gives the model its best parameters. */
  void restoreBest(NDManager manager) {
    best.restore(model, manager);
  }

  /** Returns what to save; arrays that are made belong to the manager. */
  Checkpoint checkpoint(NDManager manager) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    ParameterPaths.values(model).forEach((path, array) -> arrays.put(PARAMETERS + path, array));
    if (stopping.bestEpoch() > 0) {
      best.arrays(model, manager).forEach((path, array) -> arrays.put(BEST + path, array));
    }
    optimizer.state().forEach((name, array) -> arrays.put(OPTIMIZER + name, array));
    carried.arrays(manager).forEach((name, array) -> arrays.put(CARRIED + name, array));
    TrainingState state =
        new TrainingState(
            epoch, batch, steps, optimizer.steps(), sums, rate.state(), stopping.state(), reports);
    return new Checkpoint(state, arrays);
  }

  /** Goes on from a checkpoint. */
  void restore(Checkpoint checkpoint, NDManager manager) {
    TrainingState state = checkpoint.state();
    ParameterPaths.restore(model, named(PARAMETERS, checkpoint.arrays()), manager);
    Map<String, NDArray> saved = named(BEST, checkpoint.arrays());
    best = saved.isEmpty() ? ParameterCopy.of(model) : ParameterCopy.of(saved);
    optimizer.restore(named(OPTIMIZER, checkpoint.arrays()), state.optimizerSteps());
    carried.restore(named(CARRIED, checkpoint.arrays()));
    rate.restore(state.rate());
    stopping.restore(state.stopping());
    reports.clear();
    reports.addAll(state.epochs());
    epoch = state.epoch();
    batch = state.batch();
    steps = state.steps();
    sums = state.sums();
  }

  private static Map<String, NDArray> named(String prefix, Map<String, NDArray> arrays) {
    Map<String, NDArray> found = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), array);
          }
        });
    return found;
  }
}
