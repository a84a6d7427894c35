package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.braidml.api.Pass;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. */
final class PluginNameTest {

  /** w = 0.5, u = 2, b = 0; x is 2, then 0: tanh(1) = 0.761594, then tanh(1.523188) = 0.909252. */
  @EachEngine
  void aStepReadsInputAndState(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var block = new PluginNameBlock(new PluginNameConfig(1), 1);
      var w = manager.create(new float[] {0.5f}, new Shape(1, 1));
      var u = manager.create(new float[] {2}, new Shape(1, 1));
      var b = manager.zeros(new Shape(1));
      ParameterPaths.restore(
          block, Map.of("input.weight", w, "input.bias", b, "state.weight", u), manager);
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      var start = block.initialState(manager, 1, DataType.FLOAT32);
      var first = block.step(pass, manager.create(new float[] {2}, new Shape(1, 1)), start);
      var second = block.step(pass, manager.zeros(new Shape(1, 1)), first);
      assertThat(first.get(0).toFloatArray())
          .containsExactly(new float[] {0.761594f}, within(1e-5f));
      assertThat(second.get(0).toFloatArray())
          .containsExactly(new float[] {0.909252f}, within(1e-5f));
    }
  }
}
