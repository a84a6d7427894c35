package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;

/**
 * Hidden layers, each with activation and dropout, and an affine map to scores: {@code (..., M) ->
 * (..., K)}.
 */
final class Layers extends TypedBlock {

  private final List<Linear> hidden = new ArrayList<>();
  private final Linear output;
  private final Activation activation;
  private final double dropout;

  Layers(int inputWidth, List<Integer> units, Activation activation, double dropout, int scores) {
    this.activation = activation;
    this.dropout = dropout;
    int width = inputWidth;
    for (int size : units) {
      hidden.add(child("hidden-" + hidden.size(), new Linear(width, size)));
      width = size;
    }
    this.output = child("output", new Linear(width, scores));
  }

  NDArray forward(Pass pass, NDArray input) {
    NDArray x = Dropout.apply(pass, input, hidden.isEmpty() ? dropout : 0);
    for (Linear layer : hidden) {
      x = Dropout.apply(pass, activation.apply(layer.forward(pass, x)), dropout);
    }
    return output.forward(pass, x);
  }
}
