package com.example.braid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Beside;
import org.braidml.api.nn.Masked;
import org.jspecify.annotations.Nullable;

/**
 * The mean and the greatest value of the states over the real steps, side by side: {@code (B, T, H)
 * -> (B, 2 H)}, zero for an empty row. Mask: 1 = real step, 0 = padding. It has no parameters, and
 * training mode changes nothing.
 *
 * <pre>{@code
 * pooling { type = mean-max }
 * }</pre>
 */
public final class MeanMaxPooling implements Pooling<MeanMaxPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MeanMaxPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "mean-max";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    return new Block(input.width());
  }

  private static final class Block extends PoolingBlock {
    private final int width;

    Block(int width) {
      this.width = width;
    }

    // snippet: start
    @Override
    public int encodingWidth() {
      return 2 * width;
    }

    @Override
    public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
      return new Pooled(Beside.of(List.of(Masked.mean(states), Masked.max(states))), null);
    }
    // snippet: end
  }
}
