package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
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

/**
 * A head with what it reads and predicts.
 *
 * @param block fresh
 * @param input an encoding or states
 * @param target what it predicts
 */
record HeadSubject(HeadBlock block, HeadInputSpec input, TargetSpec target) {

  /** A small target of a kind. */
  static TargetSpec target(Kind kind) {
    List<String> classes =
        switch (kind) {
          case BINARY -> List.of("no", "yes");
          case MULTICLASS -> List.of("red", "green", "blue");
          case REGRESSION -> List.of();
        };
    return new TargetSpec("target", kind, classes);
  }

  private boolean states() {
    return input instanceof StatesSpec;
  }

  private List<Port> ports() {
    Port read =
        states() ? Port.sequence("states", input.width()) : Port.vector("encoding", input.width());
    boolean number = target.kind() == Kind.REGRESSION;
    Port due =
        number ? Port.constant("target", 1) : Port.ids("target", List.of(target.classes().size()));
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
          List<Output> losses = new ArrayList<>(numbers(scores.mul(1e4), inputs));
          losses.addAll(numbers(scores.mul(-1e4), inputs));
          return losses;
        });
  }

  private List<Output> numbers(NDArray scores, Inputs inputs) {
    Loss loss = loss(scores, inputs);
    NDArray total = loss.total().reshape(1);
    NDArray weight = total.mul(0).add(loss.weight());
    return List.of(Output.row("loss", total), Output.row("weight", weight));
  }

  private NDArray scores(Pass pass, Inputs inputs) {
    return block.forward(pass, new HeadInput(inputs.array(0), states() ? inputs.lengths() : null));
  }

  private Loss loss(NDArray scores, Inputs inputs) {
    float[] host = targets(inputs.host());
    double[] values = new double[host.length];
    Arrays.setAll(values, i -> host[i]);
    NDArray array =
        HostArrays.create(
            scores.getManager(), values, scores.getDataType(), new Shape(host.length));
    TargetBatch batch = new TargetBatch(array, host);
    Loss loss = block.loss(scores, batch);
    assertThat(block.weight(batch)).as("the weight of the targets").isEqualTo(loss.weight());
    return loss;
  }

  private static float[] targets(HostBatch batch) {
    float[] targets = new float[batch.rows()];
    for (int row = 0; row < targets.length; row++) {
      targets[row] = (float) batch.cells()[1][row][0];
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
    if (target.kind() != Kind.REGRESSION) {
      for (int row = 0; row < batch.rows(); row++) {
        probabilities(readings.get(1).row(row));
      }
    }
  }

  private void probabilities(double[] cells) {
    for (double cell : cells) {
      assertThat(cell).as("a probability").isBetween(0.0, 1.0);
    }
    for (int i = 0; i < cells.length && target.kind() == Kind.MULTICLASS; i += block.width()) {
      assertThat(Arrays.stream(cells, i, i + block.width()).sum())
          .as("the sum of the probabilities of all classes")
          .isCloseTo(1, Offset.offset(1e-5));
    }
  }

  void checkMetrics(HostBatch batch, List<Reading> readings) {
    assertThat(block.metrics()).as("metrics").isNotEmpty();
    assertThat(block.metrics().stream().map(Metric::name))
        .as("names of metrics")
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    float[][] predictions = new float[batch.rows()][block.width()];
    for (int row = 0; row < batch.rows(); row++) {
      double[] cells = readings.get(1).row(row);
      for (int k = 0; k < cells.length; k++) {
        predictions[row][k] = (float) cells[k];
      }
    }
    Scores scores = new Scores(predictions, targets(batch));
    for (Metric metric : block.metrics()) {
      assertThat(Double.isInfinite(metric.of(scores)))
          .as("%s is infinite", metric.name())
          .isFalse();
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
        assertThat(new Tolerance(1e-5, 1e-5).accepts(sum, all))
            .as(
                "the %s of one row and of the three others add up to %s, of the whole batch it is"
                    + " %s: is a mean returned instead of a sum and its weight?",
                whole.get(i).name(), sum, all)
            .isTrue();
      }
    }
  }

  static void checkFinite(Trial trial) {
    try (Probe probe = trial.probe()) {
      for (Reading loss : probe.evaluate(trial.longBatch(probe.subject()))) {
        assertThat(Double.isFinite(loss.values()[0]))
            .as(
                "the loss of scores in the thousands is %s: is a logarithm taken of a probability"
                    + " instead of computing with the scores?",
                loss.values()[0])
            .isTrue();
      }
    }
  }
}
