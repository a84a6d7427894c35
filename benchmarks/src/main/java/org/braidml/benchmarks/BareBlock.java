package org.braidml.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * {@code (B, T, F) -> (B, C)} by DJL's own LSTM and linear blocks. It takes the final state, which
 * is cheaper than the last step of the output, and all the same on full rows.
 */
final class BareBlock extends AbstractBlock {

  private final StepShape shape;
  private final Block lstm;
  private final Block linear;

  BareBlock(StepShape shape) {
    this.shape = shape;
    this.lstm =
        addChildBlock(
            "lstm",
            LSTM.builder()
                .setStateSize(shape.hidden())
                .setNumLayers(1)
                .optBatchFirst(true)
                .optReturnState(true)
                .build());
    this.linear = addChildBlock("linear", Linear.builder().setUnits(shape.classes()).build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray hidden = lstm.forward(store, new NDList(inputs.head()), training).get(1);
    NDArray last = hidden.reshape(new Shape(hidden.getShape().get(1), shape.hidden()));
    return linear.forward(store, new NDList(last), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    lstm.initialize(manager, type, inputs);
    linear.initialize(manager, type, new Shape(inputs[0].get(0), shape.hidden()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {new Shape(inputs[0].get(0), shape.classes())};
  }
}
