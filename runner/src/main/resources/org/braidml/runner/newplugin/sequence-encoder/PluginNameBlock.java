package plugin.packagename;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Masked;

/** {@code (B, T, F) -> states (B, T, H)}, encoding {@code (B, H)}, the mean over real steps. */
final class PluginNameBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final Linear linear;
  private final double dropout;

  PluginNameBlock(PluginNameConfig config, SequenceSpec input) {
    states = StatesSpec.of(input, config.size());
    linear = child("linear", new Linear(input.width(), config.size()));
    dropout = config.dropout();
  }

  @Override
  public StatesSpec states() {
    return states;
  }

  @Override
  public int encodingWidth() {
    return linear.outputWidth();
  }

  @Override
  public Encoded forward(Pass pass, Sequence x, Condition condition) {
    if (!condition.carry().isEmpty()) {
      throw new IllegalArgumentException("plugin-name cannot continue an earlier chunk");
    }
    NDArray h = Activation.TANH.apply(linear.forward(pass, x.values()));
    Sequence s = x.withValues(Dropout.apply(pass, h, dropout));
    return new Encoded(s, Masked.mean(s), null);
  }
}
