package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.braidml.api.TargetSpec;
import org.junit.jupiter.api.Test;

final class BaselineTest {

  @Test
  void theSharesOfMillionsOfRowsAreExact() {
    float[] targets = new float[3_000_000];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i % 4 == 0 ? 1 : 0;
    }
    TargetSpec target = new TargetSpec("t", TargetSpec.Kind.BINARY, List.of("no", "yes"));
    assertThat(Baseline.of(target, targets).prediction()).containsExactly(0.75f, 0.25f);
  }
}
