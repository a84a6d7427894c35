package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.nn.Linear;

/**
 * {@code (B, C)} modulates {@code (B, E_1), (B, E_2), ... -> (B, E_1 + E_2 + ...)}; see {@link
 * FilmMerger}.
 */
final class FilmMergerBlock extends MergerBlock {

  private final List<EncodingSpec> inputs;
  private final List<Modulation> modulations = new ArrayList<>();
  private final int width;
  private final int condition;

  /** One modulated encoding. */
  private record Modulation(int index, Linear gain, Linear shift) {

    NDArray apply(Pass pass, NDArray c, NDArray x) {
      return gain.forward(pass, c).add(1).mul(x).add(shift.forward(pass, c));
    }
  }

  FilmMergerBlock(List<EncodingSpec> inputs, String by) {
    this.inputs = inputs;
    this.condition = inputs.stream().map(EncodingSpec::name).toList().indexOf(by);
    int c = inputs.get(condition).width();
    int sum = 0;
    for (int i = 0; i < inputs.size(); i++) {
      if (i != condition) {
        EncodingSpec input = inputs.get(i);
        Linear gain = child("gain-" + input.name(), new Linear(c, input.width()));
        Linear shift = child("shift-" + input.name(), new Linear(c, input.width()));
        modulations.add(new Modulation(i, gain, shift));
        sum += input.width();
      }
    }
    this.width = sum;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> encodings) {
    Encodings.require(inputs, encodings);
    NDArray c = encodings.get(condition);
    return Encodings.concat(
        modulations.stream().map(m -> m.apply(pass, c, encodings.get(m.index()))).toList());
  }
}
