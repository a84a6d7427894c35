package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInput;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Lengths;
import org.braidml.api.Loss;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.Sequence;
import org.braidml.api.StatesSpec;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Lookup;
import org.braidml.api.nn.Masked;
import org.jspecify.annotations.Nullable;

/** Small correct blocks of the other SPIs. */
final class HealthyBlocks {

  private HealthyBlocks() {}

  /** Additive attention with a learned scorer, over the states and the query if there is one. */
  static final class Attention extends PoolingBlock {
    private final int width;
    private final Linear keys;
    private final Linear score;
    private final @Nullable Linear query;

    Attention(StatesSpec input) {
      width = input.width();
      keys = child("keys", new Linear(width, 3));
      score = child("score", new Linear(3, 1, false));
      query =
          input.queryWidth().isPresent()
              ? child("query", new Linear(input.queryWidth().getAsInt(), 3, false))
              : null;
    }

    @Override
    public int encodingWidth() {
      return width;
    }

    @Override
    public Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput) {
      Sequence real = states.withValues(Masked.zero(states));
      NDArray hidden = keys.forward(pass, real.values());
      if (query != null && finalOutput != null) {
        hidden = hidden.add(query.forward(pass, finalOutput).expandDims(1));
      }
      NDArray scores = score.forward(pass, hidden.tanh());
      NDArray weights =
          Masked.softmax(scores.reshape(states.lengths().batch(), states.lengths().time()), states);
      return new Pooled(Masked.weightedSum(real, weights), weights);
    }
  }

  /** {@code h' = tanh(W [x; h])}: J. Elman, Finding structure in time, 1990. */
  static final class Elman extends RecurrentCellBlock {
    private static final int HIDDEN = 4;
    private final Linear input;
    private final Linear recurrent = child("recurrent", new Linear(HIDDEN, HIDDEN));

    Elman(int inputWidth) {
      input = child("input", new Linear(inputWidth, HIDDEN, false));
    }

    @Override
    public int hiddenSize() {
      return HIDDEN;
    }

    @Override
    public List<NDArray> initialState(NDManager manager, int batch, DataType type) {
      return List.of(manager.zeros(new Shape(batch, HIDDEN), type));
    }

    @Override
    public List<NDArray> step(Pass pass, NDArray x, List<NDArray> state) {
      return List.of(input.forward(pass, x).add(recurrent.forward(pass, state.get(0))).tanh());
    }
  }

  /** Numbers beside a vector for each category. */
  static final class NumbersAndVectors extends StaticFeatureEncoderBlock {
    private static final int WIDTH = 2;
    private final StaticSpec spec;
    private final List<Lookup> tables = new ArrayList<>();

    NumbersAndVectors(StaticSpec spec) {
      this.spec = spec;
      for (StaticSpec.Category category : spec.categories()) {
        tables.add(child(category.name(), new Lookup(category.size(), WIDTH)));
      }
    }

    @Override
    public int encodingWidth() {
      return spec.numeric().size() + WIDTH * tables.size();
    }

    @Override
    public NDArray forward(Pass pass, StaticFeatures input) {
      NDList parts = new NDList();
      NDArray numbers = input.numeric();
      if (numbers != null) {
        parts.add(numbers);
      }
      NDArray ids = input.categories();
      for (int i = 0; ids != null && i < tables.size(); i++) {
        parts.add(tables.get(i).forward(pass, ids.get(":, " + i)));
      }
      NDList others = new NDList(parts.subList(1, parts.size()));
      return others.isEmpty() ? parts.get(0) : parts.get(0).getNDArrayInternal().concat(others, 1);
    }
  }

  /** The sum of a linear map of each encoding. */
  static final class LinearMerger extends MergerBlock {
    private static final int WIDTH = 4;
    private final List<Linear> maps = new ArrayList<>();
    private final double dropout;

    LinearMerger(List<EncodingSpec> inputs, double dropout) {
      this.dropout = dropout;
      inputs.forEach(spec -> maps.add(child(spec.name(), new Linear(spec.width(), WIDTH))));
    }

    @Override
    public int width() {
      return WIDTH;
    }

    @Override
    public NDArray forward(Pass pass, List<NDArray> encodings) {
      NDArray sum = maps.get(0).forward(pass, encodings.get(0));
      for (int i = 1; i < maps.size(); i++) {
        sum = sum.add(maps.get(i).forward(pass, encodings.get(i)));
      }
      return Dropout.apply(pass, sum, dropout);
    }
  }

  /** Linear and a rectifier. */
  static final class Dense extends ProjectionBlock {
    private static final int WIDTH = 5;
    private final Linear linear;
    private final double dropout;

    Dense(EncodingSpec input, double dropout) {
      linear = child("linear", new Linear(input.width(), WIDTH));
      this.dropout = dropout;
    }

    @Override
    public int width() {
      return WIDTH;
    }

    @Override
    public NDArray forward(Pass pass, NDArray encoding) {
      return Dropout.apply(pass, Activation.RELU.apply(linear.forward(pass, encoding)), dropout);
    }
  }

  /** Squared error, of one number a row, or a step. */
  static final class LeastSquares extends HeadBlock {
    private final Linear linear;
    private @Nullable Lengths lengths;

    LeastSquares(HeadInputSpec input) {
      linear = child("linear", new Linear(input.width(), 1));
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public List<Metric> metrics() {
      return List.of(new MeanSquare());
    }

    @Override
    public NDArray forward(Pass pass, HeadInput input) {
      lengths = input.lengths();
      return linear.forward(pass, input.values());
    }

    @Override
    public Loss loss(NDArray scores, TargetBatch targets) {
      Lengths steps = lengths;
      NDArray due = targets.values();
      if (steps == null) {
        return new Loss(scores.sub(due.reshape(-1, 1)).square().sum(), targets.host().length);
      }
      float[] host = targets.host();
      double[] counts = IntStream.range(0, host.length).mapToDouble(i -> real(host[i])).toArray();
      NDArray mask = scores.getManager().create(counts, due.getShape());
      NDArray squares = scores.squeeze(2).sub(due).square();
      NDArray counted = squares.mul(mask.toType(scores.getDataType(), false));
      return new Loss(counted.sum(), Arrays.stream(counts).sum());
    }

    @Override
    public double weight(TargetBatch targets) {
      float[] host = targets.host();
      return IntStream.range(0, host.length).map(i -> real(host[i])).sum();
    }

    private static int real(float target) {
      return Float.isNaN(target) ? 0 : 1;
    }

    @Override
    public NDArray predict(NDArray scores) {
      return scores;
    }
  }

  /** The mean of squared errors. */
  private record MeanSquare() implements Metric {

    @Override
    public String name() {
      return "mean-square";
    }

    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public double of(Scores scores) {
      double sum = 0;
      for (int i = 0; i < scores.size(); i++) {
        sum += Math.pow(scores.predictions()[i][0] - scores.targets()[i], 2) / scores.size();
      }
      return sum;
    }
  }
}
