package org.braidml.testkit;

import org.junit.jupiter.api.Assumptions;

/**
 * The checks of blocks that read padded sequences. Not extended directly: extend the contract of
 * the SPI.
 */
public abstract class PaddedBlockContract extends BlockContract {

  PaddedBlockContract() {}

  /** Finite noise in padded positions changes not a bit of any result. */
  @EachEngine
  public final void paddingChangesNothing(String engine) {
    check(engine, PaddingCheck::noiseChangesNothing);
  }

  /** Nor of any gradient, by parameters or by real positions of the input. */
  @EachEngine
  public final void paddingChangesNoGradient(String engine) {
    check(engine, PaddingCheck::noiseChangesNoGradient);
  }

  /** Three more padded steps change a result by at most 1e-6 and 1e-5 of it. */
  @EachEngine
  public final void morePaddingChangesNothing(String engine) {
    Assumptions.assumeFalse(capabilities().needsFixedLength(), "reads one length only");
    check(engine, PaddingCheck::moreOfItChangesNothing);
  }
}
