package org.braidml.encoder.lstm;

import java.util.OptionalInt;
import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Conv1d;

/** What is known of a sequence after a block that changes its steps. */
final class Steps {

  private Steps() {}

  /**
   * The result of a convolution.
   *
   * @throws org.braidml.api.SpecException if every example is shorter than the window
   */
  static SequenceSpec mapped(
      SequenceSpec input, int width, Conv1d.Window window, BuildContext context) {
    OptionalInt fixed = map(input.fixedLength(), window);
    if (fixed.isPresent() && fixed.getAsInt() == 0) {
      throw context.refuse(
          "the window covers "
              + window.span()
              + " steps, and every example of "
              + input.name()
              + " has "
              + input.fixedLength().getAsInt(),
          "use a smaller kernel or dilation, or padding = same");
    }
    return new SequenceSpec(
        input.name(),
        width,
        input.timeStride() * window.stride(),
        fixed,
        input.everyStep() && window.keepsSteps(),
        input.causal() && window.readsNoLaterStep());
  }

  private static OptionalInt map(OptionalInt length, Conv1d.Window window) {
    return length.isPresent()
        ? OptionalInt.of(window.outputLength(length.getAsInt()))
        : OptionalInt.empty();
  }
}
