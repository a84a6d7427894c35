package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Engines;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. */
final class PluginNameTest {

  /** 1, 4, 2 with scale 10: the changes are 0, 30 and -20. */
  @EachEngine
  void aStepStandsBesideItsChange(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var block = new PluginNameBlock(new PluginNameConfig(10), SequenceSpec.of("x", 1));
      var values = manager.create(new float[] {1, 4, 2}, new Shape(1, 3, 1));
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      Sequence y = block.forward(pass, Sequence.of(values, Lengths.of(new int[] {3}, 3)));
      assertThat(y.values().toFloatArray())
          .containsExactly(new float[] {1, 0, 4, 30, 2, -20}, within(1e-5f));
    }
  }
}
