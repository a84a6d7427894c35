package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.testkit.SequenceTransformContract;

final class PluginNameContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new PluginName().build(new PluginNameConfig(2), input, new BuildContext("test"));
  }
}
