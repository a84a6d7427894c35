package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;

/** Gated multimodal unit, {@code (B, E_1), (B, E_2), ... -> (B, size)}; see {@link GatedMerger}. */
final class GatedMergerBlock extends MergerBlock {

  private final List<EncodingSpec> inputs;
  private final int size;
  private final List<Linear> values = new ArrayList<>();
  private final List<Linear> gates = new ArrayList<>();

  GatedMergerBlock(List<EncodingSpec> inputs, int size) {
    this.inputs = inputs;
    this.size = size;
    int all = Encodings.width(inputs);
    int gateCount = inputs.size() == 2 ? 1 : inputs.size();
    for (int i = 0; i < inputs.size(); i++) {
      EncodingSpec input = inputs.get(i);
      values.add(child("value-" + input.name(), new Linear(input.width(), size, false)));
      if (i < gateCount) {
        gates.add(child("gate-" + input.name(), new Linear(all, size, false)));
      }
    }
  }

  @Override
  public int width() {
    return size;
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> encodings) {
    Encodings.require(inputs, encodings);
    NDArray all = Encodings.concat(encodings);
    return inputs.size() == 2 ? sharedGate(pass, encodings, all) : ownGates(pass, encodings, all);
  }

  /** {@code z h_1 + (1 - z) h_2}. */
  private NDArray sharedGate(Pass pass, List<NDArray> encodings, NDArray all) {
    NDArray z = gate(pass, 0, all);
    NDArray first = value(pass, 0, encodings);
    NDArray second = value(pass, 1, encodings);
    return second.add(z.mul(first.sub(second)));
  }

  private NDArray ownGates(Pass pass, List<NDArray> encodings, NDArray all) {
    NDArray sum = gate(pass, 0, all).mul(value(pass, 0, encodings));
    for (int i = 1; i < encodings.size(); i++) {
      sum = sum.add(gate(pass, i, all).mul(value(pass, i, encodings)));
    }
    return sum;
  }

  private NDArray gate(Pass pass, int i, NDArray all) {
    NDArray z = Activation.SIGMOID.apply(gates.get(i).forward(pass, all));
    pass.tap("gate-" + inputs.get(i).name(), z);
    return z;
  }

  private NDArray value(Pass pass, int i, List<NDArray> encodings) {
    return Activation.TANH.apply(values.get(i).forward(pass, encodings.get(i)));
  }
}
