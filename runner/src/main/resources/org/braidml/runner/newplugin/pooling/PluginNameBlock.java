package plugin.packagename;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.Masked;
import org.jspecify.annotations.Nullable;

/** {@code (B, T, H) -> (B, H)}: {@code mean + sigmoid(p) (max - mean)}. */
final class PluginNameBlock extends PoolingBlock {

  private final int width;
  private final Parameter share;

  PluginNameBlock(PluginNameConfig config, int width) {
    this.width = width;
    double p = Math.log(config.share() / (1 - config.share()));
    share = parameter("share", Init.constant(p), width);
  }

  @Override
  public int encodingWidth() {
    return width;
  }

  /** An operation starts from an array of the batch, never from a parameter: hence the zeros. */
  @Override
  public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
    NDArray mean = Masked.mean(states);
    NDArray a = Activation.SIGMOID.apply(mean.zerosLike().add(pass.value(share)));
    return new Pooled(mean.add(Masked.max(states).sub(mean).mul(a)), null);
  }
}
