package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.testkit.StaticFeatureEncoderContract;

final class PluginNameContractTest extends StaticFeatureEncoderContract {

  @Override
  protected StaticFeatureEncoderBlock create(StaticSpec input) {
    return new PluginName().build(new PluginNameConfig(5), input, new BuildContext("test"));
  }
}
