package org.braidml.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.nn.Gradients;

final class GradientStepContractTest extends GradientStepContract {

  @Override
  protected GradientStep create() {
    return (root, loss) -> {
      Gradients.backward(root, loss);
      Map<String, double[]> host = new LinkedHashMap<>();
      Gradients.of(root)
          .forEach(
              (path, gradient) -> {
                try (gradient) {
                  host.put(path, HostArrays.read(gradient));
                }
              });
      return host;
    };
  }
}
