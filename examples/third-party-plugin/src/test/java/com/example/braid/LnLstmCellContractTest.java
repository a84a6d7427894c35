package com.example.braid;

import org.braidml.api.RecurrentCellBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.RecurrentCellContract;

final class LnLstmCellContractTest extends RecurrentCellContract {

  @Override
  protected RecurrentCellBlock create(int inputWidth) {
    return Configured.cell("type = ln-lstm, hidden-size = 8", inputWidth);
  }
}
