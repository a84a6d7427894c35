package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.Objects;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.testkit.EachEngine;

/** A row goes on from the batch before, if it is to. */
final class ForwardPassTest {

  @EachEngine
  void twoPartsOfARowAreTheRow(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ModelBlock model = Small.plain(manager);
      float[] whole = scores(new ForwardPass(model, true), manager, 3, 1, 4, 1, 5);
      ForwardPass goesOn = new ForwardPass(model, true);
      scores(goesOn, manager, 3, 1);
      scores(goesOn, manager);
      assertThat(scores(goesOn, manager, 4, 1, 5)).containsExactly(whole, within(1e-6f));
      ForwardPass alone = new ForwardPass(model, false);
      scores(alone, manager, 3, 1);
      assertThat(Math.abs(scores(alone, manager, 4, 1, 5)[0] - whole[0])).isGreaterThan(1e-4f);
    }
  }

  /** One row of these ids, padded by nothing, or of no step. */
  private static float[] scores(ForwardPass forward, NDManager manager, int... ids) {
    int[] padded = ids.length == 0 ? new int[1] : ids;
    FieldData text = new FieldData.Ids(padded, new int[] {ids.length}, padded.length);
    FieldData statics = new FieldData.Statics(new float[2], new int[1]);
    Batch batch = new Batch(1, new int[1], Map.of("text", text, "static", statics), Map.of());
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = Pass.evaluation(new ParameterStore(scope, false));
      return Objects.requireNonNull(forward.scores(pass, batch, scope).get("head")).toFloatArray();
    }
  }
}
