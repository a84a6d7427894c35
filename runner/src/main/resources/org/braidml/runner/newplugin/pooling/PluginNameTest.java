package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. Padding holds 37. */
final class PluginNameTest {

  /** Steps 2 and 4, a quarter of the way from mean to greatest: 3 + 0.25 (4 - 3); nothing is 0. */
  @EachEngine
  void theEncodingLiesBetweenMeanAndGreatest(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var block = new PluginNameBlock(new PluginNameConfig(0.25), 1);
      ParameterPaths.initialize(block, manager, DataType.FLOAT32, 1);
      var values = manager.create(new float[] {2, 4, 37, 37, 37, 37}, new Shape(2, 3, 1));
      Sequence states = Sequence.of(values, Lengths.of(new int[] {2, 0}, 3));
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      assertThat(block.forward(pass, states, null).encoding().toFloatArray())
          .containsExactly(new float[] {3.25f, 0}, within(1e-5f));
    }
  }
}
