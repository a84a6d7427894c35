package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. */
final class PluginNameTest {

  /** w = 0.5, b = 0, the vectors of ids 0 and 1 are 0 and 1: tanh(1 + 0) and tanh(1 + 1). */
  @EachEngine
  void featuresAddUp(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var input = new StaticSpec("x", List.of("n"), List.of(new StaticSpec.Category("c", 2)));
      var block = new PluginNameBlock(new PluginNameConfig(1), input);
      var w = manager.create(new float[] {0.5f}, new Shape(1, 1));
      var b = manager.zeros(new Shape(1));
      var v = manager.create(new float[] {0, 1}, new Shape(2, 1));
      ParameterPaths.restore(
          block, Map.of("numbers.weight", w, "numbers.bias", b, "category-0.weight", v), manager);
      var numbers = manager.create(new float[] {2, 2}, new Shape(2, 1));
      var ids = manager.create(new long[] {0, 1}, new Shape(2, 1));
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      assertThat(block.forward(pass, new StaticFeatures(numbers, ids)).toFloatArray())
          .containsExactly(new float[] {0.761594f, 0.964028f}, within(1e-5f));
    }
  }
}
