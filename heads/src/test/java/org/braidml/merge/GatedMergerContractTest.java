package org.braidml.merge;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.MergerContract;
import org.junit.jupiter.api.Nested;

final class GatedMergerContractTest {

  @Nested
  final class AGateEach extends MergerContract {
    @Override
    protected MergerBlock create(List<EncodingSpec> inputs) {
      return Configured.merger("type = gated, size = 4", inputs);
    }
  }

  @Nested
  final class OneGateOfTwo extends MergerContract {
    /** Two encodings have a form of their own, so they are checked alone. */
    @Override
    protected MergerBlock create(List<EncodingSpec> inputs) {
      if (inputs.size() > 2) {
        throw new BuildContext("").refuse("this test is about two", "");
      }
      return Configured.merger("type = gated, size = 4", inputs);
    }

    @Override
    protected int mostInputs() {
      return 2;
    }
  }
}
