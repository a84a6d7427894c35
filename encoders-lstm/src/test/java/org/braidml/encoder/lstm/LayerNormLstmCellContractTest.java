package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.testkit.Capabilities;
import org.braidml.testkit.Configured;
import org.braidml.testkit.RecurrentCellContract;

final class LayerNormLstmCellContractTest extends RecurrentCellContract {

  private static final String SETTINGS = "type = layer-norm-lstm, hidden-size = 8";

  @Override
  protected RecurrentCellBlock create(int inputWidth) {
    return Configured.cell(SETTINGS, inputWidth);
  }

  @Override
  protected Optional<RecurrentCellBlock> createWithDropout(int inputWidth) {
    return Optional.of(Configured.cell(SETTINGS + ", recurrent-dropout = 0.3", inputWidth));
  }

  /** What dropout leaves of the new cell content, a layer norm scales. */
  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().biasedDropout();
  }
}
