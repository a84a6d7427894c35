package plugin.packagename;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Beside;
import org.braidml.api.nn.Scalars;

/** {@code (B, T, F) -> (B, T, 2 F)}: the steps, and their changes times a factor. */
final class PluginNameBlock extends SequenceTransformBlock {

  private final SequenceSpec output;
  private final double scale;

  PluginNameBlock(PluginNameConfig config, SequenceSpec input) {
    output = input.withWidth(2 * input.width());
    scale = config.scale();
  }

  @Override
  public SequenceSpec output() {
    return output;
  }

  @Override
  public int mapLength(int length) {
    return length;
  }

  /** A real step has only real ones before it, so that no padding is read. */
  @Override
  public Sequence forward(Pass pass, Sequence input) {
    NDArray x = input.values();
    NDArray before = x.get(new NDIndex(":, :1"));
    if (input.lengths().time() > 1) {
      before = before.concat(x.get(new NDIndex(":, :{}", input.lengths().time() - 1)), 1);
    }
    return input.withValues(Beside.of(List.of(x, Scalars.mul(x.sub(before), scale))));
  }
}
