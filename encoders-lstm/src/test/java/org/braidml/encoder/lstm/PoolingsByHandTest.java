package org.braidml.encoder.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalInt;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;

/** Rows of the states -1, -2, 6, then -3, then nothing. Padding holds 37. */
final class PoolingsByHandTest {

  private static final StatesSpec STATES = StatesSpec.of(SequenceSpec.of("hand", 1), 1);

  private static void assertEncoding(String engine, String id, double... expected) {
    PoolingBlock block = Configured.pooling("type = " + id, STATES);
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Sequence states = stage.padded(new double[] {-1, -2, 6}, new double[] {-3}, new double[0]);
      var pooled = block.forward(stage.evaluation(), states, null);
      assertThat(Stage.numbers(pooled.encoding())).containsExactly(expected, within(1e-6));
      assertThat(pooled.weights()).isNull();
    }
  }

  @EachEngine
  void lastIsTheLastRealStep(String engine) {
    assertEncoding(engine, "last", 6, -3, 0);
  }

  /** (-1 - 2 + 6) / 3. */
  @EachEngine
  void meanDividesByTheLength(String engine) {
    assertEncoding(engine, "mean", 1, -3, 0);
  }

  @EachEngine
  void sumAddsRealSteps(String engine) {
    assertEncoding(engine, "sum", 3, -3, 0);
  }

  @EachEngine
  void maxOfNegativeStatesIsNotZero(String engine) {
    assertEncoding(engine, "max", 6, -3, 0);
  }

  /** The query is what the encoder ended with, of its own width; 9 of the empty row is not read. */
  @EachEngine
  void lastTakesTheFinalOutputWhereThereIsOne(String engine) {
    PoolingBlock block = Configured.pooling("type = last", STATES.withQuery(2));
    assertThat(block.encodingWidth()).isEqualTo(2);
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Sequence states = stage.padded(new double[] {-1, -2}, new double[0]);
      var last = stage.array(new Shape(2, 2), 4, 5, 9, 9);
      var pooled = block.forward(stage.evaluation(), states, last);
      assertThat(Stage.numbers(pooled.encoding())).containsExactly(4, 5, 0, 0);
    }
  }

  /** A row that ends early has zeros for what it lacks, and not the 37 of its padding. */
  @EachEngine
  void flattenKeepsEveryStep(String engine) {
    var three = new SequenceSpec("hand", 1, 1, OptionalInt.of(3));
    PoolingBlock block = Configured.pooling("type = flatten", StatesSpec.of(three, 1));
    assertThat(block.encodingWidth()).isEqualTo(3);
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      Sequence states = stage.padded(new double[] {-1, -2, 6}, new double[] {-3}, new double[0]);
      var pooled = block.forward(stage.evaluation(), states, null);
      assertThat(Stage.numbers(pooled.encoding())).containsExactly(-1, -2, 6, -3, 0, 0, 0, 0, 0);
    }
  }
}
