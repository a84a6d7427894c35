package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.braidml.api.Pass;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. */
final class PluginNameTest {

  /** w = 0.5, b = 0: 2 + tanh(1) = 2.761594 and -2 + tanh(-1) = -2.761594. */
  @EachEngine
  void theLayerIsAddedToItsInput(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var block = new PluginNameBlock(new PluginNameConfig(Activation.TANH, 0), 1);
      var weight = manager.create(new float[] {0.5f}, new Shape(1, 1));
      var bias = manager.zeros(new Shape(1));
      ParameterPaths.restore(block, Map.of("linear.weight", weight, "linear.bias", bias), manager);
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      var x = manager.create(new float[] {2, -2}, new Shape(2, 1));
      assertThat(block.forward(pass, x).toFloatArray())
          .containsExactly(new float[] {2.761594f, -2.761594f}, within(1e-5f));
    }
  }
}
