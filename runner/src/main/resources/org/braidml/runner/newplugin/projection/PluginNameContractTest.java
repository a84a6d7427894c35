package plugin.packagename;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Activation;
import org.braidml.testkit.ProjectionContract;

final class PluginNameContractTest extends ProjectionContract {

  private static ProjectionBlock build(double dropout, EncodingSpec input) {
    var config = new PluginNameConfig(Activation.TANH, dropout);
    return new PluginName().build(config, input, new BuildContext("test"));
  }

  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return build(0, input);
  }

  @Override
  protected Optional<ProjectionBlock> createWithDropout(EncodingSpec input) {
    return Optional.of(build(0.3, input));
  }
}
