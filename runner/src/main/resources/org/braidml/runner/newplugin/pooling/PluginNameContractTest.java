package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

final class PluginNameContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new PluginName().build(new PluginNameConfig(0.25), input, new BuildContext("test"));
  }
}
