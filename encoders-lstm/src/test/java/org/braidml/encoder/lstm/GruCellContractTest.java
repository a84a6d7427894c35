package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.RecurrentCellContract;

final class GruCellContractTest extends RecurrentCellContract {

  private static final String SETTINGS = "type = gru-cell, hidden-size = 3";

  @Override
  protected RecurrentCellBlock create(int inputWidth) {
    return Configured.cell(SETTINGS, inputWidth);
  }

  @Override
  protected Optional<RecurrentCellBlock> createWithDropout(int inputWidth) {
    return Optional.of(Configured.cell(SETTINGS + ", recurrent-dropout = 0.4", inputWidth));
  }
}
