package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.FinalState;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.junit.jupiter.api.Assumptions;

/** A full batch in one call, and in two calls with the carried state between them. */
final class Chunks {

  private Chunks() {}

  static void check(Trial trial) {
    Assumptions.assumeFalse(trial.capabilities().needsFixedLength(), "reads one length only");
    try (Probe probe = trial.probe()) {
      int time = 2 * Math.max(3, trial.capabilities().minimumTime());
      RandomGenerator random = Seeds.stream(trial.seed(), "chunks");
      List<Reading> readings =
          probe.evaluate(
              HostBatch.draw(probe.subject().ports(), time, new int[] {time, time}, random));
      Assumptions.assumeTrue(readings.size() > 1, "hands no state over");
      Compare.all(readings.subList(0, 1), readings.subList(1, 2), Tolerance.SHAPE)
          .ifPresent(
              d ->
                  fail(
                      "with the carried state between two halves of a sequence, the states of row"
                          + " %d are not those of one call, %s: is the carry the state after the"
                          + " last step, and is it read? (an encoder that cannot continue hands"
                          + " over an empty carry)",
                      d.row(), d.size()));
    }
  }

  static Subject subject(SequenceEncoderBlock block, int width) {
    return new Subject(
        block,
        List.of(Port.sequence("sequence", width)),
        (pass, inputs) -> run(block, pass, inputs));
  }

  private static List<Output> run(SequenceEncoderBlock block, Pass pass, Inputs inputs) {
    int half = inputs.lengths().time() / 2;
    Sequence all = inputs.sequence(0);
    List<Output> outputs = new ArrayList<>();
    outputs.add(Output.steps("states", block.forward(pass, all, Condition.NONE).states()));
    Encoded first = block.forward(pass, part(all, 0, half), Condition.NONE);
    FinalState last = first.finalState();
    if (last != null && !last.carry().isEmpty() && block.states().timeStride() == 1) {
      Condition carried = new Condition(null, last.carry());
      Encoded second = block.forward(pass, part(all, half, 2 * half), carried);
      NDArray joined = first.states().values().concat(second.states().values(), 1);
      outputs.add(new Output("states of two calls", joined, inputs.lengths()));
    }
    return outputs;
  }

  private static Sequence part(Sequence all, int from, int to) {
    int[] lengths = new int[all.lengths().batch()];
    Arrays.fill(lengths, to - from);
    NDArray values = all.values().get(new NDIndex(":, " + from + ":" + to + ", :"));
    return Sequence.of(values, Lengths.of(lengths, to - from));
  }
}
