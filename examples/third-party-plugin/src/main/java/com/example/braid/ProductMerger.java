package com.example.braid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Collectors;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;

/**
 * The product of all encodings, element by element: {@code (B, E), (B, E), ... -> (B, E)}. All have
 * one width. It has no parameters, and training mode changes nothing. The encoding of an empty
 * sequence is zero, and so is then the product.
 *
 * <pre>{@code
 * merger { type = product }
 * }</pre>
 */
public final class ProductMerger implements Merger<ProductMerger.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public ProductMerger() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "product";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public MergerBlock build(Config config, List<EncodingSpec> inputs, BuildContext context) {
    if (inputs.stream().mapToInt(EncodingSpec::width).distinct().count() > 1) {
      String widths =
          inputs.stream()
              .map(input -> "\"" + input.name() + "\" is " + input.width() + " wide")
              .collect(Collectors.joining(", "));
      throw context.refuse(
          "\"product\" needs encodings of one width: " + widths,
          "give the encoders one width, by projections for example, or use concat");
    }
    return new Block(inputs.get(0).width());
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

    // snippet: start
    @Override
    public NDArray forward(Pass pass, List<NDArray> encodings) {
      NDArray product = encodings.get(0);
      for (NDArray encoding : encodings.subList(1, encodings.size())) {
        product = product.mul(encoding);
      }
      return product;
    }
    // snippet: end
  }
}
