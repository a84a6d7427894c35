package plugin.packagename;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.SequenceEncoderContract;

final class PluginNameContractTest extends SequenceEncoderContract {

  private static SequenceEncoderBlock build(double dropout, SequenceSpec input) {
    var config = new PluginNameConfig(5, dropout);
    return new PluginName().build(config, input, new BuildContext("test"));
  }

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return build(0, input);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(build(0.3, input));
  }
}
