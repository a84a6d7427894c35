package org.braidml.testkit.faults;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.braidml.api.EncodingSpec;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.PoolingBlock;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.api.nn.Masked;
import org.braidml.testkit.GradientStep;
import org.braidml.testkit.GradientStepContract;
import org.braidml.testkit.HeadContract;
import org.braidml.testkit.PoolingContract;
import org.braidml.testkit.ProjectionContract;
import org.braidml.testkit.SequenceEncoderContract;
import org.braidml.testkit.SequenceTransformContract;
import org.braidml.testkit.StaticFeatureEncoderContract;

/** The contracts of blocks that a function builds. */
final class FaultyContracts {

  private FaultyContracts() {}

  static SequenceEncoderContract encoder(Function<SequenceSpec, SequenceEncoderBlock> fault) {
    return new SequenceEncoderContract() {
      @Override
      protected SequenceEncoderBlock create(SequenceSpec input) {
        return fault.apply(input);
      }
    };
  }

  static SequenceEncoderContract encoderWithDropout(
      Function<SequenceSpec, SequenceEncoderBlock> fault) {
    return new SequenceEncoderContract() {
      @Override
      protected SequenceEncoderBlock create(SequenceSpec input) {
        return new FaultyEncoder(input, FaultyEncoder.WIDTH, (pass, states) -> Masked.mean(states));
      }

      @Override
      protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
        return Optional.of(fault.apply(input));
      }
    };
  }

  static SequenceTransformContract transform(Function<SequenceSpec, SequenceTransformBlock> fault) {
    return new SequenceTransformContract() {
      @Override
      protected SequenceTransformBlock create(SequenceSpec input) {
        return fault.apply(input);
      }
    };
  }

  static HeadContract head(Function<HeadInputSpec, HeadBlock> fault) {
    return new HeadContract() {
      @Override
      protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
        return fault.apply(input);
      }

      @Override
      protected Set<Kind> kinds() {
        return Set.of(Kind.BINARY);
      }
    };
  }

  static PoolingContract pooling(Function<StatesSpec, PoolingBlock> fault) {
    return new PoolingContract() {
      @Override
      protected PoolingBlock create(StatesSpec input) {
        return fault.apply(input);
      }
    };
  }

  static StaticFeatureEncoderContract staticEncoder(
      Function<StaticSpec, StaticFeatureEncoderBlock> fault) {
    return new StaticFeatureEncoderContract() {
      @Override
      protected StaticFeatureEncoderBlock create(StaticSpec input) {
        return fault.apply(input);
      }
    };
  }

  static ProjectionContract projection(Function<EncodingSpec, ProjectionBlock> fault) {
    return new ProjectionContract() {
      @Override
      protected ProjectionBlock create(EncodingSpec input) {
        return fault.apply(input);
      }
    };
  }

  static GradientStepContract gradientStep(Supplier<GradientStep> fault) {
    return new GradientStepContract() {
      @Override
      protected GradientStep create() {
        return fault.get();
      }
    };
  }
}
