package org.braidml.merge;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;
import org.braidml.api.SpecException;
import org.braidml.api.config.Problem;

/**
 * Feature-wise linear modulation: the encoding of one encoder scales and shifts those of all
 * others, which then stand side by side in the order of their names: {@code (B, C), (B, E_1), (B,
 * E_2), ... -> (B, E_1 + E_2 + ...)}. E. Perez, F. Strub, H. de Vries, V. Dumoulin, A. Courville,
 * FiLM: visual reasoning with a general conditioning layer, 2018, equation 2.
 *
 * <p>{@code y_i = (1 + G_i c + g_i) * x_i + H_i c + h_i}: gains are learned as differences from 1,
 * as section 7.2 of the paper advises. The conditioning encoding c acts on the others only; it is
 * not part of the result.
 *
 * <pre>{@code
 * merger { type = film, by = customer }
 * }</pre>
 */
public final class FilmMerger implements Merger<FilmMergerConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public FilmMerger() {}

  @Override
  public String id() {
    return "film";
  }

  @Override
  public Class<FilmMergerConfig> configType() {
    return FilmMergerConfig.class;
  }

  @Override
  public MergerBlock build(
      FilmMergerConfig config, List<EncodingSpec> inputs, BuildContext context) {
    if (inputs.stream().noneMatch(input -> input.name().equals(config.by()))) {
      throw new SpecException(
          Problem.at(context.path() + ".by")
              .value('"' + config.by() + '"')
              .what("no encoder is called so")
              .found(config.by(), inputs.stream().map(EncodingSpec::name).toList())
              .build());
    }
    if (inputs.size() == 1) {
      throw context.refuse(
          "\"film\" modulates the other encodings by that of \""
              + config.by()
              + "\", and there is no other",
          "add an encoder, or choose another merger, for example concat");
    }
    return new FilmMergerBlock(inputs, config.by());
  }
}
