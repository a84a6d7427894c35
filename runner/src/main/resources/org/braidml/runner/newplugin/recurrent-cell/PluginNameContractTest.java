package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.testkit.RecurrentCellContract;

final class PluginNameContractTest extends RecurrentCellContract {

  @Override
  protected RecurrentCellBlock create(int inputWidth) {
    return new PluginName().build(new PluginNameConfig(4), inputWidth, new BuildContext("test"));
  }
}
