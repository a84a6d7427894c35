package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Pass;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. */
final class PluginNameTest {

  /** Both maps are w = 0.5, b = 0: tanh(1) tanh(2) = 0.761594 * 0.964028 = 0.734198. */
  @EachEngine
  void theMappedEncodingsAreMultiplied(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var inputs = List.of(new EncodingSpec("left", 1), new EncodingSpec("right", 1));
      var block = new PluginNameBlock(new PluginNameConfig(1), inputs);
      var w = manager.create(new float[] {0.5f}, new Shape(1, 1));
      var b = manager.zeros(new Shape(1));
      ParameterPaths.restore(
          block,
          Map.of("of-left.weight", w, "of-left.bias", b, "of-right.weight", w, "of-right.bias", b),
          manager);
      var left = manager.create(new float[] {2}, new Shape(1, 1));
      var right = manager.create(new float[] {4}, new Shape(1, 1));
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      assertThat(block.forward(pass, List.of(left, right)).toFloatArray())
          .containsExactly(new float[] {0.734198f}, within(1e-5f));
    }
  }
}
