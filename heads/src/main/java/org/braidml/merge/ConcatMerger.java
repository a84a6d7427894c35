package org.braidml.merge;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;

/**
 * All encodings side by side, in the order of their names: {@code (B, E_1), (B, E_2), ... -> (B,
 * E_1 + E_2 + ...)}.
 *
 * <pre>{@code
 * merger { type = concat }
 * }</pre>
 */
public final class ConcatMerger implements Merger<ConcatMergerConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public ConcatMerger() {}

  @Override
  public String id() {
    return "concat";
  }

  @Override
  public Class<ConcatMergerConfig> configType() {
    return ConcatMergerConfig.class;
  }

  @Override
  public MergerBlock build(
      ConcatMergerConfig config, List<EncodingSpec> inputs, BuildContext context) {
    return new ConcatMergerBlock(inputs);
  }
}
