package plugin.packagename;

import java.util.Set;
import org.braidml.api.BuildContext;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;
import org.braidml.testkit.HeadContract;

final class PluginNameContractTest extends HeadContract {

  @Override
  protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
    return new PluginName().build(new PluginNameConfig(2), input, target, new BuildContext("test"));
  }

  @Override
  protected Set<TargetSpec.Kind> kinds() {
    return Set.of(TargetSpec.Kind.MULTICLASS);
  }
}
