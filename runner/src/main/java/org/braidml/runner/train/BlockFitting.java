package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.braidml.api.FittedBlock;
import org.braidml.api.Pass;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.jspecify.annotations.Nullable;

/**
 * Fits the {@link FittedBlock}s of a model to the training rows, each before its epoch. Which are
 * due follows from the epoch alone.
 */
final class BlockFitting {

  private final ModelBlock model;
  private final NDManager manager;
  private final Batches rows;
  private final Set<MetricSink> sinks;
  private final Map<String, FittedBlock> blocks;

  /**
   * The fits of a run.
   *
   * @param model whose blocks are fitted
   * @param manager the parent of every batch's manager
   * @param rows the training rows, all of them
   * @param sinks are told of each fit
   */
  BlockFitting(ModelBlock model, NDManager manager, Batches rows, Set<MetricSink> sinks) {
    this.model = model;
    this.manager = manager;
    this.rows = rows;
    this.sinks = sinks;
    this.blocks = ParameterPaths.blocks(model, FittedBlock.class);
  }

  /** A fit after the last epoch would never be seen. */
  void requireEpochs(int epochs) {
    List<Problem> late =
        blocks.entrySet().stream()
            .filter(entry -> entry.getValue().epochsBeforeFit() >= epochs)
            .map(entry -> late(entry.getKey(), entry.getValue().epochsBeforeFit(), epochs))
            .toList();
    if (!late.isEmpty()) {
      throw new ConfigurationException("training.epochs", late);
    }
  }

  private static Problem late(String path, int before, int epochs) {
    return Problem.at("training.epochs")
        .value(Integer.toString(epochs))
        .what(
            path
                + " is fitted after "
                + before
                + " "
                + (before == 1 ? "epoch" : "epochs")
                + ", and none is trained after that")
        .remedy("set it to " + (before + 1) + " or more, or lower warm-up-epochs of that box")
        .build();
  }

  /** Fits what is due before an epoch, from 1, in the order in which the model is evaluated. */
  void before(int epoch, Optimizer optimizer) {
    Map<String, FittedBlock> due = new LinkedHashMap<>(blocks);
    due.values().removeIf(block -> block.epochsBeforeFit() != epoch - 1);
    while (!due.isEmpty()) {
      Observed first = observed(due);
      set(first.path(), first.fit().end(), optimizer);
      due.remove(first.path());
    }
  }

  private void set(String path, FittedBlock.Fitted fitted, Optimizer optimizer) {
    Map<String, double[]> values = new LinkedHashMap<>();
    fitted.values().forEach((name, numbers) -> values.put(path + "." + name, numbers));
    ParameterPaths.assign(model, values);
    optimizer.forget(values.keySet());
    sinks.forEach(sink -> sink.fitted(path, fitted.summary()));
  }

  /** One pass over the rows; the first block of those that are due sees what it reads. */
  private Observed observed(Map<String, FittedBlock> due) {
    First first = new First(due);
    try (BatchStream batches = rows.epoch(0)) {
      while (batches.hasNext()) {
        try (NDManager scope = manager.newSubManager()) {
          Pass pass = Pass.evaluation(new ParameterStore(scope, false)).observedBy(first);
          model.forward(pass, model.layout().arrays(scope, batches.next()));
        }
      }
    }
    if (first.observed == null) {
      throw new IllegalStateException(
          due.keySet() + " never showed what they read: forward calls pass.observe(this, input)");
    }
    return first.observed;
  }

  /** A block that is being fitted. */
  private record Observed(String path, FittedBlock block, FittedBlock.Fit fit) {}

  /** Listens to the first of some blocks that shows anything. */
  private static final class First implements BiConsumer<FittedBlock, NDArray> {

    private final Map<String, FittedBlock> due;
    private @Nullable Observed observed;

    First(Map<String, FittedBlock> due) {
      this.due = due;
    }

    @Override
    public void accept(FittedBlock shown, NDArray input) {
      if (observed == null) {
        due.forEach(
            (path, block) -> {
              if (block == shown) {
                observed = new Observed(path, block, block.startFit());
              }
            });
      }
      if (observed != null && observed.block() == shown) {
        observed.fit().add(input);
      }
    }
  }
}
