package org.braidml.api.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Loss;
import org.braidml.api.Pass;
import org.braidml.api.PluginException;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metric;
import org.braidml.api.nn.Engines;
import org.junit.jupiter.api.Test;

/** What a head throws after its forward pass is told with the plug-in, too. */
final class HeadBoxTest {

  private static final TargetSpec PRICE =
      new TargetSpec("price", TargetSpec.Kind.REGRESSION, List.of());

  private final HeadBox box =
      new HeadBox(
          "price",
          new BuildContext("model.heads.price")
              .head(
                  new Choice<>(new Faulty(), new Settings(), "model.heads.price"),
                  new EncodingSpec("merged", 1),
                  PRICE),
          PRICE,
          Optional.empty(),
          1);

  @Test
  void lossAndPredictionAreToldWithTheirPlugin() {
    try (NDManager manager = Engines.get("PyTorch").newBaseManager()) {
      NDArray scores = manager.zeros(new Shape(2, 1));
      told("loss: no such target", () -> box.loss(scores, new TargetBatch(scores, new float[2])));
      told("prediction: no such score", () -> box.predict(scores));
    }
  }

  private static void told(String what, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("the head \"faulty\" fails in its " + what)
        .hasMessageContaining("at model.heads.price\nclass " + Faulty.class.getName());
  }

  /** No settings. */
  public record Settings() {}

  private static final class Faulty implements Head<Settings> {

    @Override
    public String id() {
      return "faulty";
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public HeadBlock build(
        Settings config, HeadInputSpec input, TargetSpec target, BuildContext context) {
      return new FaultyBlock();
    }
  }

  private static final class FaultyBlock extends HeadBlock {

    @Override
    public int width() {
      return 1;
    }

    @Override
    public List<Metric> metrics() {
      return List.of();
    }

    @Override
    public NDArray forward(Pass pass, HeadInput input) {
      return input.values();
    }

    @Override
    public Loss loss(NDArray scores, TargetBatch targets) {
      throw new IllegalStateException("no such target");
    }

    @Override
    public NDArray predict(NDArray scores) {
      throw new IllegalStateException("no such score");
    }
  }
}
