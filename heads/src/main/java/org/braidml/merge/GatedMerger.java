package org.braidml.merge;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;

/**
 * Gated multimodal unit: for each example, gates weigh what each encoding has to say, {@code (B,
 * E_1), (B, E_2), ... -> (B, size)}. J. Arevalo, T. Solorio, M. Montes-y-Gomez, F. A. Gonzalez,
 * Gated multimodal units for information fusion, 2017.
 *
 * <p>{@code h_i = tanh(W_i x_i)}. Two encodings share one gate: {@code z = sigmoid(V [x_1; x_2])},
 * {@code h = z * h_1 + (1 - z) * h_2}, the first being the first by name. Any other number has a
 * gate each: {@code z_i = sigmoid(V_i [x_1; ...; x_k])}, {@code h = sum z_i * h_i}. As in the paper
 * there is no bias, so an encoding of zeros (an empty sequence) adds nothing. Gates are tapped as
 * {@code gate-<encoder>}, {@code (B, size)}.
 *
 * <pre>{@code
 * merger { type = gated, size = 64 }
 * }</pre>
 */
public final class GatedMerger implements Merger<GatedMergerConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public GatedMerger() {}

  @Override
  public String id() {
    return "gated";
  }

  @Override
  public Class<GatedMergerConfig> configType() {
    return GatedMergerConfig.class;
  }

  @Override
  public MergerBlock build(
      GatedMergerConfig config, List<EncodingSpec> inputs, BuildContext context) {
    return new GatedMergerBlock(inputs, config.size());
  }
}
