package plugin.packagename;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.testkit.MergerContract;

final class PluginNameContractTest extends MergerContract {

  @Override
  protected MergerBlock create(List<EncodingSpec> inputs) {
    return new PluginName().build(new PluginNameConfig(5), inputs, new BuildContext("test"));
  }
}
