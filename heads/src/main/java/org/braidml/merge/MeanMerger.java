package org.braidml.merge;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;

/**
 * The mean of all encodings: {@code (B, E), (B, E), ... -> (B, E)}.
 *
 * <p>With {@code project-to} each encoding first goes through a linear map of its own, without
 * bias: {@code (B, E_1), (B, E_2), ... -> (B, project-to)}. Without it all widths must be equal.
 *
 * <pre>{@code
 * merger { type = mean, project-to = 64 }
 * }</pre>
 */
public final class MeanMerger implements Merger<MeanMergerConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MeanMerger() {}

  @Override
  public String id() {
    return "mean";
  }

  @Override
  public Class<MeanMergerConfig> configType() {
    return MeanMergerConfig.class;
  }

  @Override
  public MergerBlock build(
      MeanMergerConfig config, List<EncodingSpec> inputs, BuildContext context) {
    return PointwiseMergerBlock.mean(inputs, config.projectTo(), context);
  }
}
