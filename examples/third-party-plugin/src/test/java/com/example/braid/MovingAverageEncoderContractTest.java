package com.example.braid;

// snippet: start
import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.SequenceEncoderContract;

final class MovingAverageEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    var config = new MovingAverageEncoder.Config(2);
    return new MovingAverageEncoder().build(config, input, new BuildContext("test"));
  }
}
// snippet: end
