package org.braidml.merge;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;

/**
 * The sum of all encodings: {@code (B, E), (B, E), ... -> (B, E)}.
 *
 * <p>With {@code project-to} each encoding first goes through a linear map of its own, without
 * bias: {@code (B, E_1), (B, E_2), ... -> (B, project-to)}. Without it all widths must be equal.
 *
 * <pre>{@code
 * merger { type = sum, project-to = 64 }
 * }</pre>
 */
public final class SumMerger implements Merger<SumMergerConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public SumMerger() {}

  @Override
  public String id() {
    return "sum";
  }

  @Override
  public Class<SumMergerConfig> configType() {
    return SumMergerConfig.class;
  }

  @Override
  public MergerBlock build(
      SumMergerConfig config, List<EncodingSpec> inputs, BuildContext context) {
    return PointwiseMergerBlock.sum(inputs, config.projectTo(), context);
  }
}
