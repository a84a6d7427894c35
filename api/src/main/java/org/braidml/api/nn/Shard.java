package org.braidml.api.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the thread of one shard of a batch computes with: see {@link Shards}. */
public final class Shard {

  private final List<Parameter> parameters;
  private final @Nullable Replica replica;
  private final Recorder recorder;

  /** A shard with the parameters themselves, or with a replica of them. */
  Shard(List<Parameter> parameters, @Nullable Replica replica, Recorder recorder) {
    this.parameters = parameters;
    this.replica = replica;
    this.recorder = recorder;
  }

  private @Nullable NDArray view(@Nullable Parameter parameter) {
    return replica == null || parameter == null ? null : replica.view(parameter);
  }

  /**
   * Returns where the pass of this shard reads parameters.
   *
   * @param manager of the shard's part of the batch
   */
  public ParameterStore store(NDManager manager) {
    return new ParameterStore(manager, false) {
      @Override
      public NDArray getValue(Parameter parameter, Device device, boolean training) {
        NDArray view = view(parameter);
        return view == null ? super.getValue(parameter, device, training) : view;
      }
    };
  }

  /**
   * Computes the gradients of a loss, as {@link Gradients#backward} does, for this shard alone.
   *
   * @param loss computes the loss, one number, in a training pass that reads {@link #store}
   * @return the loss; this waits for the engine, once
   */
  public double backward(Supplier<NDArray> loss) {
    GradientZeros.fill(arrays());
    try (Recorder.Recording recording = recorder.start()) {
      return Gradients.backward(recording.collector(), loss);
    }
  }

  /** Returns the arrays that have this shard's gradients, in the order of the blocks. */
  List<NDArray> arrays() {
    return parameters.stream()
        .map(
            parameter -> {
              NDArray view = view(parameter);
              return view == null ? parameter.getArray() : view;
            })
        .toList();
  }
}
