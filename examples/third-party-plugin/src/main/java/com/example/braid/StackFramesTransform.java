package com.example.braid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalInt;
import org.braidml.api.BuildContext;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Masked;

/**
 * Every k steps side by side as one: {@code (B, T, F) -> (B, ceil(T / k), k F)}, so that what
 * follows reads k times fewer steps. What is missing of a row's last frame is zeros. Mask: 1 = real
 * step, 0 = padding. It has no parameters, and training mode changes nothing.
 *
 * <p>H. Sak, A. Senior, K. Rao, F. Beaufays, "Fast and Accurate Recurrent Neural Network Acoustic
 * Models for Speech Recognition", 2015.
 *
 * <pre>{@code
 * encoders.vitals { transforms = [ { type = stack-frames, size = 2 } ], type = lstm }
 * }</pre>
 */
public final class StackFramesTransform implements SequenceTransform<StackFramesTransform.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public StackFramesTransform() {}

  /**
   * Its settings.
   *
   * @param size k, how many steps become one
   */
  public record Config(@Range(min = 2, max = 1024) int size) {}

  @Override
  public String id() {
    return "stack-frames";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public SequenceTransformBlock build(Config config, SequenceSpec input, BuildContext context) {
    return new Block(config.size(), input);
  }

  private static final class Block extends SequenceTransformBlock {
    private final int size;
    private final SequenceSpec input;

    Block(int size, SequenceSpec input) {
      this.size = size;
      this.input = input;
    }

    // snippet: start
    @Override
    public SequenceSpec output() {
      OptionalInt fixed = input.fixedLength();
      return new SequenceSpec(
          input.name(),
          size * input.width(),
          size * input.timeStride(),
          fixed.isPresent() ? OptionalInt.of(mapLength(fixed.getAsInt())) : fixed);
    }

    @Override
    public int mapLength(int length) {
      return (length + size - 1) / size;
    }

    @Override
    public Sequence forward(Pass pass, Sequence x) {
      Lengths lengths = x.lengths().map(this::mapLength);
      NDArray real = Masked.zero(x); // a row's last frame may reach into its padding
      int missing = size * lengths.time() - x.lengths().time();
      if (missing > 0) {
        Shape beyond = new Shape(lengths.batch(), missing, x.width());
        real = real.concat(real.getManager().zeros(beyond, real.getDataType()), 1);
      }
      return Sequence.of(
          real.reshape(lengths.batch(), lengths.time(), size * x.width()), lengths);
    }
    // snippet: end
  }
}
