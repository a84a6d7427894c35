package org.braidml.merge;

import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.MergerContract;
import org.junit.jupiter.api.Nested;

final class MeanMergerContractTest {

  @Nested
  final class AsTheyAre extends MergerContract {
    @Override
    protected MergerBlock create(List<EncodingSpec> inputs) {
      return Configured.merger("type = mean", inputs);
    }

    @Override
    protected boolean needsEqualWidths() {
      return true;
    }
  }

  @Nested
  final class Mapped extends MergerContract {
    @Override
    protected MergerBlock create(List<EncodingSpec> inputs) {
      return Configured.merger("type = mean, project-to = 4", inputs);
    }
  }
}
