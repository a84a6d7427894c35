package org.braidml.testkit;

import org.braidml.api.RecurrentCellBlock;

final class ElmanCellContractTest extends RecurrentCellContract {

  @Override
  protected RecurrentCellBlock create(int inputWidth) {
    return new HealthyBlocks.Elman(inputWidth);
  }
}
