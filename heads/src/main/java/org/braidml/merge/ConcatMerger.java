package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;

/**
 * All encodings side by side, in the order of their names: {@code (B, E_1), (B, E_2), ... -> (B,
 * E_1 + E_2 + ...)}.
 *
 * <pre>{@code
 * merger { type = concat }
 * }</pre>
 */
public final class ConcatMerger implements Merger<ConcatMerger.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public ConcatMerger() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "concat";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public MergerBlock build(Config config, List<EncodingSpec> inputs, BuildContext context) {
    return new Block(inputs.stream().mapToInt(EncodingSpec::width).sum());
  }

  private static final class Block extends MergerBlock {
    private final int width;

    Block(int width) {
      this.width = width;
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public NDArray forward(Pass pass, List<NDArray> encodings) {
      return encodings.size() == 1
          ? encodings.get(0)
          : NDArrays.concat(new NDList(encodings.toArray(new NDArray[0])), 1);
    }
  }
}
