package plugin.packagename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.braidml.api.TargetBatch;
import org.braidml.api.nn.Engines;
import org.braidml.testkit.EachEngine;

/** A small case with the arithmetic. */
final class PluginNameTest {

  /** Logits log 3 and 0: p = 0.75 of class 0. Its loss is -(0.25)^2 log 0.75 = 0.017980. */
  @EachEngine
  void theLossIsFocal(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      var block = new PluginNameBlock(new PluginNameConfig(2), 1, 2);
      var scores = manager.create(new float[] {(float) Math.log(3), 0}, new Shape(1, 2));
      float[] ids = {0};
      var loss = block.loss(scores, new TargetBatch(manager.create(ids), ids));
      assertThat(loss.mean().getFloat()).isCloseTo(0.01798f, within(1e-5f));
      assertThat(block.predict(scores).toFloatArray())
          .containsExactly(new float[] {0.75f, 0.25f}, within(1e-5f));
    }
  }
}
