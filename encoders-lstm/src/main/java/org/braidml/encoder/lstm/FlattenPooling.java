package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalInt;
import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;

/**
 * All states one after the other, step by step: {@code (B, T, H) -> (B, T H)}, for sequences of one
 * fixed length. Mask: 1 = real step, 0 = padding; a row that ends early has zeros for the steps
 * that it lacks, and an empty row zeros alone. It has no parameters, and training mode changes
 * nothing. The flattened feature maps before the dense layers of Y. LeCun, L. Bottou, Y. Bengio, P.
 * Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998, section II.B.
 *
 * <p>It is refused where rows differ in length: each would give another width.
 *
 * <pre>{@code
 * pooling { type = flatten }
 * }</pre>
 */
public final class FlattenPooling implements Pooling<FlattenPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public FlattenPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "flatten";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    OptionalInt length = input.fixedLength();
    if (length.isEmpty()) {
      throw context.refuse(
          "flatten lays the states of a fixed number of steps beside each other, and rows of "
              + input.name()
              + " differ in length",
          "use another pooling, such as max or mean");
    }
    int steps = length.getAsInt();
    return new ReductionBlock(steps * input.width(), states -> flat(states, steps));
  }

  private static NDArray flat(Sequence states, int steps) {
    if (states.lengths().time() != steps) {
      throw new IllegalArgumentException(
          "flatten was built for T = " + steps + ", given " + states.values().getShape());
    }
    Shape flat = new Shape(states.lengths().batch(), (long) steps * states.width());
    return Masked.zero(states).reshape(flat);
  }
}
