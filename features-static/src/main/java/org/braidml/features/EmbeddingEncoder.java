package org.braidml.features;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.SpecException;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.api.StaticSpec.Category;
import org.braidml.api.config.Problem;

/**
 * A learned vector for each value of each category, beside the numbers: {@code (B, S)} and {@code
 * (B, K) -> (B, E)}, E being S plus the sizes of the vectors. C. Guo and F. Berkhahn, Entity
 * embeddings of categorical variables, 2016.
 *
 * <p>Vectors start from {@code N(0, 0.1^2)}, that of values which the training rows lack as zeros.
 *
 * <pre>{@code
 * encoders.customer { type = embedding, size = 4, sizes { "Division Name" = 2 } }
 * }</pre>
 */
public final class EmbeddingEncoder implements StaticFeatureEncoder<EmbeddingEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public EmbeddingEncoder() {}

  @Override
  public String id() {
    return "embedding";
  }

  @Override
  public Class<EmbeddingEncoderConfig> configType() {
    return EmbeddingEncoderConfig.class;
  }

  @Override
  public StaticFeatureEncoderBlock build(
      EmbeddingEncoderConfig config, StaticSpec input, BuildContext context) {
    List<String> columns = input.categories().stream().map(Category::name).toList();
    for (String named : config.sizes().keySet()) {
      if (!columns.contains(named)) {
        throw new SpecException(
            Problem.at(context.path() + ".sizes")
                .what("the field \"" + input.name() + "\" has no category \"" + named + '"')
                .found(named, columns)
                .build());
      }
    }
    List<Integer> sizes =
        columns.stream().map(column -> config.sizes().getOrDefault(column, config.size())).toList();
    return new InputsEncoderBlock(CategoryBlock.embedding(input, sizes));
  }
}
