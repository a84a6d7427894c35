package org.braidml.benchmarks;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code (B, T, F)} or ids {@code (B, T)}, and perhaps statics {@code (B, S)}, to {@code (B, C)},
 * or {@code (B * T, C)} at every step, by DJL's own blocks. It takes the final state, which is
 * cheaper than the last step of the output, and all the same on full rows; it has no lengths.
 */
final class BareBlock extends AbstractBlock {

  private final BareSizes sizes;
  private final @Nullable Block embedding;
  private final Block lstm;
  private final @Nullable Block statics;
  private final Block linear;

  BareBlock(BareSizes sizes) {
    this.sizes = sizes;
    this.embedding =
        sizes.vocabulary() == 0
            ? null
            : addChildBlock(
                "embedding",
                TrainableWordEmbedding.builder()
                    .setEmbeddingSize(sizes.embedding())
                    .setVocabulary(words(sizes.vocabulary()))
                    .build());
    this.lstm =
        addChildBlock(
            "lstm",
            LSTM.builder()
                .setStateSize(sizes.hidden())
                .setNumLayers(1)
                .optBatchFirst(true)
                .optReturnState(true)
                .build());
    this.statics =
        sizes.units() == 0
            ? null
            : addChildBlock("statics", Linear.builder().setUnits(sizes.units()).build());
    this.linear = addChildBlock("linear", Linear.builder().setUnits(sizes.outputs()).build());
  }

  /** The embedding asks for the words themselves, which nothing here reads. */
  private static DefaultVocabulary words(int count) {
    return new DefaultVocabulary(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList values = new NDList(inputs.head());
    if (embedding != null) {
      values = embedding.forward(store, values, training);
    }
    NDList told = lstm.forward(store, values, training);
    NDArray encoding =
        sizes.everyStep()
            ? told.get(0).reshape(new Shape(-1, sizes.hidden()))
            : told.get(1).reshape(new Shape(-1, sizes.hidden()));
    if (statics != null) {
      NDArray read = statics.forward(store, new NDList(inputs.get(1)), training).head();
      encoding = encoding.concat(Activation.relu(read), 1);
    }
    return linear.forward(store, new NDList(encoding), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape values = inputs[0];
    long rows = values.get(0);
    if (embedding != null) {
      embedding.initialize(manager, type, values);
      values = new Shape(rows, values.get(1), sizes.embedding());
    }
    lstm.initialize(manager, type, values);
    if (statics != null) {
      statics.initialize(manager, type, inputs[1]);
    }
    linear.initialize(manager, type, new Shape(rows, sizes.hidden() + sizes.units()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    long rows = inputs[0].get(0);
    long answers = sizes.everyStep() ? rows * inputs[0].get(1) : rows;
    return new Shape[] {new Shape(answers, sizes.outputs())};
  }
}
