package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Lengths;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.api.nn.Scalars;

/**
 * A head with what it reads and predicts.
 *
 * @param block fresh
 * @param input an encoding or states
 * @param target what it predicts
 */
record HeadSubject(HeadBlock block, HeadInputSpec input, TargetSpec target) {

  /** Counts are below this. */
  private static final int COUNTS = 4;

  /** A small target of a kind. */
  static TargetSpec target(Kind kind) {
    return switch (kind) {
      case BINARY -> new TargetSpec("target", kind, List.of("no", "yes"));
      case MULTICLASS -> new TargetSpec("target", kind, List.of("red", "green", "blue"));
      case MULTILABEL -> TargetSpec.ofLabels("target", List.of("loud", "bright", "heavy"));
      case REGRESSION, COUNT -> new TargetSpec("target", kind, List.of());
    };
  }

  /** A small target of a kind, of one value a step of what is checked. */
  static TargetSpec stepTarget(Kind kind) {
    return target(kind).eachStepOf("checked");
  }

  private boolean states() {
    return input instanceof StatesSpec;
  }

  private List<Port> ports() {
    Port read =
        states() ? Port.sequence("states", input.width()) : Port.vector("encoding", input.width());
    Port due =
        switch (target.kind()) {
          case REGRESSION -> Port.constant("target", 1);
          case COUNT -> Port.ids("target", List.of(COUNTS));
          case BINARY, MULTICLASS -> Port.ids("target", List.of(target.classes().size()));
          case MULTILABEL -> Port.ids("target", Collections.nCopies(target.labels().size(), 2));
        };
    return List.of(read, due);
  }

  /** Scores and predictions, under the head's own loss. */
  Subject subject() {
    return new Subject(
        block,
        ports(),
        (pass, inputs) -> {
          NDArray scores = scores(pass, inputs);
          Lengths lengths = states() ? inputs.lengths() : null;
          return List.of(
              new Output("scores", scores, lengths),
              new Output("prediction", block.predict(scores), lengths));
        },
        (outputs, inputs) -> loss(outputs.get(0).values(), inputs).mean());
  }

  /** The loss and its weight, each as one number. */
  Subject losses() {
    return new Subject(block, ports(), (pass, inputs) -> numbers(scores(pass, inputs), inputs));
  }

  /** The same for scores far from 0, of either sign, so that some are surely wrong. */
  Subject largeLosses() {
    return new Subject(
        block,
        ports(),
        (pass, inputs) -> {
          NDArray scores = scores(pass, inputs);
          List<Output> losses = new ArrayList<>(numbers(Scalars.mul(scores, 1e4), inputs));
          losses.addAll(numbers(Scalars.mul(scores, -1e4), inputs));
          return losses;
        });
  }

  private List<Output> numbers(NDArray scores, Inputs inputs) {
    Loss loss = loss(scores, inputs);
    NDArray total = loss.total().reshape(1);
    NDArray weight = Scalars.mul(total, 0).add(loss.weight());
    return List.of(Output.row("loss", total), Output.row("weight", weight));
  }

  private NDArray scores(Pass pass, Inputs inputs) {
    return block.forward(pass, new HeadInput(inputs.array(0), states() ? inputs.lengths() : null));
  }

  private Loss loss(NDArray scores, Inputs inputs) {
    float[] host = states() ? stepTargets(inputs.host()) : targets(inputs.host());
    double[] values = new double[host.length];
    Arrays.setAll(values, i -> Float.isNaN(host[i]) ? 0 : host[i]);
    int rows = inputs.host().rows();
    boolean flat = !states() && target.labels().isEmpty();
    Shape shape = flat ? new Shape(rows) : new Shape(rows, host.length / rows);
    NDArray array = HostArrays.create(scores.getManager(), values, scores.getDataType(), shape);
    TargetBatch batch = new TargetBatch(array, host);
    Loss loss = block.loss(scores, batch);
    Sizes.require(
        block.weight(batch) == loss.weight(),
        "weight gives %s for targets whose loss has the weight %s: override weight, and have loss"
            + " use it",
        block.weight(batch),
        loss.weight());
    return loss;
  }

  /** The row's own at every step, so that it can be learned; none at padding and at step 1. */
  private static float[] stepTargets(HostBatch batch) {
    float[] rows = targets(batch);
    float[] steps = new float[rows.length * batch.time()];
    Arrays.fill(steps, Float.NaN);
    for (int row = 0; row < rows.length; row++) {
      for (int t = 0; t < batch.lengths()[row]; t++) {
        steps[row * batch.time() + t] = t == 1 ? Float.NaN : rows[row];
      }
    }
    return steps;
  }

  /** One value a row, or one for each label of a row. */
  private static float[] targets(HostBatch batch) {
    int width = batch.cells()[1][0].length;
    float[] targets = new float[batch.rows() * width];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) batch.cells()[1][i / width][i % width];
    }
    return targets;
  }

  void checkShapes(HostBatch batch, List<Reading> readings) {
    for (Reading reading : readings) {
      long[] declared =
          states()
              ? new long[] {batch.rows(), batch.time(), block.width()}
              : new long[] {batch.rows(), block.width()};
      Sizes.shape("the " + reading.name(), reading, declared);
    }
    if (!target.classes().isEmpty()) {
      for (int row = 0; row < batch.rows(); row++) {
        probabilities(readings.get(1).row(row));
      }
    }
  }

  private void probabilities(double[] cells) {
    for (double cell : cells) {
      Sizes.require(
          cell >= 0 && cell <= 1,
          "a predicted probability is %s, not in [0, 1]: does predict return the scores?",
          cell);
    }
    for (int i = 0; i < cells.length && target.kind() == Kind.MULTICLASS; i += block.width()) {
      double sum = Arrays.stream(cells, i, i + block.width()).sum();
      Sizes.require(
          Math.abs(sum - 1) <= 1e-5,
          "the probabilities of all classes add up to %s, not to 1: is a sigmoid taken of each, or"
              + " a softmax along another axis?",
          sum);
    }
  }

  void checkMetrics(HostBatch batch, List<Reading> readings) {
    List<String> names = block.metrics().stream().map(Metric::name).toList();
    Sizes.require(
        !names.isEmpty() && names.size() == new HashSet<>(names).size(),
        "metrics() names %s: a head has one metric at least, each under a name of its own",
        names);
    names.forEach(
        name ->
            Sizes.require(
                name.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "the metric \"%s\" is not in kebab-case, as every name in a report is",
                name));
    int labels = Math.max(1, target.labels().size());
    float[][] predictions = new float[batch.rows() * labels][block.width() / labels];
    for (int row = 0; row < batch.rows(); row++) {
      double[] cells = readings.get(1).row(row);
      for (int k = 0; k < cells.length; k++) {
        int width = block.width() / labels;
        predictions[row * labels + k / width][k % width] = (float) cells[k];
      }
    }
    Scores scores = new Scores(predictions, targets(batch), labels);
    for (Metric metric : block.metrics()) {
      Sizes.require(
          !Double.isInfinite(metric.of(scores)),
          "the metric %s is infinite on six rows: is something divided by 0, or a logarithm taken"
              + " of it?",
          metric.name());
    }
  }

  static void checkSum(Trial trial) {
    try (Probe probe = trial.probe()) {
      HostBatch batch = trial.longBatch(probe.subject());
      List<Reading> whole = probe.evaluate(batch);
      List<Reading> first = probe.evaluate(batch.select(0));
      List<Reading> rest = probe.evaluate(batch.select(1, 2, 3));
      for (int i = 0; i < whole.size(); i++) {
        double sum = first.get(i).values()[0] + rest.get(i).values()[0];
        double all = whole.get(i).values()[0];
        Sizes.require(
            new Tolerance(1e-5, 1e-5).accepts(sum, all),
            "the %s of one row and of the three others add up to %s, of the whole batch it is %s:"
                + " is a mean returned instead of a sum and its weight?",
            whole.get(i).name(),
            sum,
            all);
      }
    }
  }

  static void checkFinite(Trial trial) {
    try (Probe probe = trial.probe()) {
      for (Reading loss : probe.evaluate(trial.longBatch(probe.subject()))) {
        Sizes.require(
            Double.isFinite(loss.values()[0]),
            "the loss of scores in the thousands is %s: is a logarithm taken of a probability"
                + " instead of computing with the scores?",
            loss.values()[0]);
      }
    }
  }
}
