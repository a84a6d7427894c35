package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import org.braidml.api.Condition;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. Padding holds 37. */
final class PluginNameTest {

  /** w = 0.5, b = 0: the mean of tanh(1) = 0.761594 and tanh(2) = 0.964028; nothing gives 0. */
  @EachEngine
  void theEncodingIsTheMeanOverRealSteps(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var block = new PluginNameBlock(new PluginNameConfig(1, 0), SequenceSpec.of("x", 1));
      var weight = manager.create(new float[] {0.5f}, new Shape(1, 1));
      var bias = manager.zeros(new Shape(1));
      ParameterPaths.restore(block, Map.of("linear.weight", weight, "linear.bias", bias), manager);
      var values = manager.create(new float[] {2, 4, 37, 37, 37, 37}, new Shape(2, 3, 1));
      Sequence x = Sequence.of(values, Lengths.of(new int[] {2, 0}, 3));
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      assertThat(block.forward(pass, x, Condition.NONE).encoding().toFloatArray())
          .containsExactly(new float[] {0.862811f, 0}, within(1e-5f));
    }
  }
}
