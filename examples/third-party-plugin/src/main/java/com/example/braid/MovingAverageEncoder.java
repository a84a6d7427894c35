package com.example.braid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import org.braidml.api.BuildContext;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.Masked;

/**
 * An exponential moving average of each feature, at a rate that is learned: {@code (B, T, F) ->
 * states (B, T, F)}, encoding {@code (B, F)}, the last of them. Mask: 1 = real step, 0 = padding.
 *
 * <p>{@code h_0 = x_0}, {@code h_t = h_(t-1) + a (x_t - h_(t-1))}, {@code a = sigmoid(-age) = 1 /
 * (1 + exp(age))}: the parameter is the logarithm of the mean age, in steps, of what a state holds.
 *
 * <pre>{@code
 * encoders.vitals { type = moving-average, age = 10 }
 * }</pre>
 */
// snippet: start
public final class MovingAverageEncoder implements SequenceEncoder<MovingAverageEncoder.Config> {
  public record Config(@Range(min = 0, aboveMin = true) double age) {}

  @Override
  public String id() {
    return "moving-average";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public SequenceEncoderBlock build(Config config, SequenceSpec input, BuildContext context) {
    return new SequenceEncoderBlock() {
      final Parameter age = parameter("age", Init.constant(Math.log(config.age())), input.width());

      @Override
      public StatesSpec states() {
        return StatesSpec.of(input, input.width());
      }

      @Override
      public int encodingWidth() {
        return input.width();
      }

      @Override
      public Encoded forward(Pass pass, Sequence x, Condition condition) {
        NDList states = new NDList(x.values().get(":, 0"));
        NDArray a = Activation.SIGMOID.apply(states.get(0).zerosLike().sub(pass.value(age)));
        for (int t = 1; t < x.lengths().time(); t++) {
          NDArray h = states.get(t - 1);
          states.add(h.add(x.values().get(":, {}", t).sub(h).mul(a)));
        }
        Sequence s = x.withValues(NDArrays.stack(states, 1));
        return new Encoded(s, Masked.last(s), null);
      }
    };
  }
}
// snippet: end
