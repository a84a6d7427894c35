package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.BuildContext;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;
import org.jspecify.annotations.Nullable;

/**
 * The output after the last real step: {@code (B, T, H) -> (B, H)}, the encoder's final output
 * where it has one, else the last real state. Mask: 1 = real step, 0 = padding.
 *
 * <p>Of a bidirectional encoder it is the forward state at length - 1 beside the backward state at
 * step 0: each direction after all it has read. Zero for an empty row.
 *
 * <pre>{@code
 * pooling { type = last }
 * }</pre>
 */
public final class LastPooling implements Pooling<LastPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LastPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "last";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    return new Block(input.queryWidth().orElse(input.width()));
  }

  private static final class Block extends PoolingBlock {
    private final int width;

    Block(int width) {
      this.width = width;
    }

    @Override
    public int encodingWidth() {
      return width;
    }

    @Override
    public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
      return new Pooled(
          finalOutput == null ? Masked.last(states) : emptyToZero(states.lengths(), finalOutput),
          null);
    }

    /** What an encoder's state is after no step is its own affair; the encoding is zero. */
    private static NDArray emptyToZero(Lengths lengths, NDArray output) {
      return lengths.anyEmpty()
          ? output.mul(lengths.nonEmpty(output.getManager(), output.getDataType()))
          : output;
    }
  }
}
