package com.example.braid;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;

/**
 * {@code (B, T, F) -> states (B, T, C)} by residual blocks, encoding {@code (B, E)} by a pooling.
 */
final class TcnEncoderBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final List<ResidualBlock> levels = new ArrayList<>();
  private final PoolingBlock pooling;

  TcnEncoderBlock(TcnEncoderConfig config, SequenceSpec input, BuildContext context) {
    int channels = config.channels();
    for (int i = 0; i < config.levels(); i++) {
      int width = i == 0 ? input.width() : channels;
      ResidualBlock level =
          new ResidualBlock(width, channels, config.kernel(), 1 << i, config.dropout());
      levels.add(child("level-" + i, level));
    }
    states = StatesSpec.of(input, channels).withQuery(channels);
    pooling = child("pooling", context.pooling(config.pooling(), states));
  }

  @Override
  public StatesSpec states() {
    return states;
  }

  @Override
  public int encodingWidth() {
    return pooling.encodingWidth();
  }

  @Override
  public Encoded forward(Pass pass, Sequence input, Condition condition) {
    if (!condition.carry().isEmpty()) {
      throw new IllegalArgumentException("tcn cannot continue an earlier chunk");
    }
    Sequence h = input;
    for (ResidualBlock level : levels) {
      h = level.forward(pass, h);
    }
    NDArray last = Masked.last(h);
    NDArray encoding = pooling.forward(pass.at("pooling"), h, last).encoding();
    return new Encoded(h, encoding, new FinalState(last, List.of()));
  }
}
