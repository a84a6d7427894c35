package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.Masked;
import org.braidml.api.nn.Scalars;
import org.braidml.testkit.GradientStep;

/** The planted faults. Each method says which check of which contract finds it. */
public final class Faults {

  private static final int WIDTH = FaultyEncoder.WIDTH;

  private Faults() {}

  /** The encoding is the state at T, not at length - 1: {@code paddingChangesNothing}. */
  public static SequenceEncoderBlock stateAtT(SequenceSpec input) {
    return new FaultyLstm(input, FaultyLstm.Fault.STATE_AT_T);
  }

  /** A backward recurrence reads padding first: {@code paddingChangesNothing}. */
  public static SequenceEncoderBlock backwardOverPadding(SequenceSpec input) {
    return new FaultyLstm(input, FaultyLstm.Fault.PADDING_FIRST);
  }

  /** Dropout is configured and does nothing: {@code dropoutActsInTraining}. */
  public static SequenceEncoderBlock ignoredDropout(SequenceSpec input) {
    return new FaultyLstm(input, FaultyLstm.Fault.IGNORED_DROPOUT);
  }

  /** State is handed over and never read: {@code carriedStateContinuesTheSequence}. */
  public static SequenceEncoderBlock ignoredCarry(SequenceSpec input) {
    return new FaultyLstm(input, FaultyLstm.Fault.IGNORED_CARRY);
  }

  /** A mean over T instead of the length: {@code morePaddingChangesNothing}. */
  public static SequenceEncoderBlock meanOverT(SequenceSpec input) {
    return new FaultyEncoder(
        input, WIDTH, (pass, states) -> Scalars.div(Masked.sum(states), states.lengths().time()));
  }

  /** A parameter that nothing reads: {@code noParameterIsDead}. */
  public static SequenceEncoderBlock deadParameter(SequenceSpec input) {
    return new FaultyEncoder(input, WIDTH, (pass, states) -> Masked.mean(states)).withDecoy();
  }

  /** The encoding is narrower than declared: {@code declaredSizesAreReal}. */
  public static SequenceEncoderBlock wrongDeclaredSize(SequenceSpec input) {
    return new FaultyEncoder(input, WIDTH + 1, (pass, states) -> Masked.mean(states));
  }

  /**
   * Encodings are centred over the batch in training mode: {@code
   * otherRowsChangeNothingInTraining}.
   */
  public static SequenceEncoderBlock mixedExamples(SequenceSpec input) {
    return new FaultyEncoder(
        input,
        WIDTH,
        (pass, states) -> {
          NDArray mean = Masked.mean(states);
          return pass.training() ? mean.sub(mean.mean(new int[] {0}, true)) : mean;
        });
  }

  /** Dropout stays on in evaluation mode: {@code evaluationIsDeterministic}. */
  public static SequenceEncoderBlock dropoutInEvaluation(SequenceSpec input) {
    return new FaultyEncoder(
        input,
        WIDTH,
        (pass, states) -> Scalars.mul(Masked.mean(states).mul(kept(states.values(), WIDTH)), 2));
  }

  /** What dropout keeps is not scaled up: {@code meanOfDropoutApproachesEvaluation}. */
  public static SequenceEncoderBlock unscaledDropout(SequenceSpec input) {
    return new FaultyEncoder(
        input,
        WIDTH,
        (pass, states) -> {
          NDArray mean = Masked.mean(states);
          return pass.training() ? mean.mul(kept(mean, WIDTH)) : mean;
        });
  }

  /** Zeros and ones from the engine's stream, half of each. */
  private static NDArray kept(NDArray like, int width) {
    Shape shape = new Shape(like.getShape().get(0), width);
    return like.getManager().randomUniform(0, 1, shape).gte(0.5).toType(like.getDataType(), false);
  }

  /** A softmax over padded steps: {@code paddingChangesNothing}, {@code declaredSizesAreReal}. */
  public static PoolingBlock softmaxOverPadding(StatesSpec input) {
    return new FaultyPooling(input);
  }

  /** Lengths are not mapped by the stride, as declared: {@code declaredSizesAreReal}. */
  public static SequenceTransformBlock unmappedLengths(SequenceSpec input) {
    return new FaultyTransform(input, true);
  }

  /** The declaration is wrong as well: {@code lengthsFollowTheDeclaredStride}. */
  public static SequenceTransformBlock wrongMapLength(SequenceSpec input) {
    return new FaultyTransform(input, false);
  }

  /** Declared stepwise, it reads the whole row: {@code stepwiseMeansStepByStep}. */
  public static SequenceTransformBlock readsOtherSteps(SequenceSpec input) {
    return new FaultyStepwise(input);
  }

  /** Ids beyond a table that is too short are clipped: {@code idsHaveEncodingsOfTheirOwn}. */
  public static StaticFeatureEncoderBlock clippedIds(StaticSpec input) {
    return new FaultyStaticEncoder(input);
  }

  /** Results belong to the parameters' manager: {@code noArrayIsLeftBehind}. */
  public static ProjectionBlock leakedArrays(EncodingSpec input) {
    return new FaultyProjection(input, (self, pass, x, scale) -> x.mul(Scalars.mul(scale, 2)));
  }

  /** Half of the result is cut off from the gradient: {@code gradientsEqualDifferences}. */
  public static ProjectionBlock wrongGradient(EncodingSpec input) {
    return new FaultyProjection(
        input, (self, pass, x, scale) -> x.mul(scale).add(x.mul(scale).stopGradient()));
  }

  /**
   * Encodings are centred over the batch in evaluation mode too: {@code otherRowsChangeNothing}.
   */
  public static ProjectionBlock mixedInEvaluation(EncodingSpec input) {
    return new FaultyProjection(
        input,
        (self, pass, x, scale) -> {
          NDArray y = x.mul(scale);
          return y.sub(y.mean(new int[] {0}, true));
        });
  }

  /** Nothing reaches the parameter: {@code smallBatchIsLearned}. */
  public static ProjectionBlock cutOff(EncodingSpec input) {
    return new FaultyProjection(input, (self, pass, x, scale) -> x.mul(scale).stopGradient());
  }

  /** Engines compute something else: {@code enginesAgree}. */
  public static ProjectionBlock engineDependent(EncodingSpec input) {
    return new FaultyProjection(
        input,
        (self, pass, x, scale) -> {
          boolean first = x.getManager().getEngine().getEngineName().equals("MXNet");
          return Scalars.mul(x.mul(scale), first ? 1 : 2);
        });
  }

  /** A mean is returned where a sum and its weight are due: {@code lossesOfPartsAddUp}. */
  public static HeadBlock meanForSum(HeadInputSpec input) {
    return new FaultyHead(input, true);
  }

  /** A logarithm of a probability: {@code lossOfLargeScoresIsFinite}. */
  public static HeadBlock logarithmOfProbability(HeadInputSpec input) {
    return new FaultyHead(input, false);
  }

  /** A number learned outside the parameters: {@code savedAndLoadedBlocksAgree}. */
  public static ProjectionBlock unsavedState(EncodingSpec input) {
    return new FaultyProjection(
        input, (self, pass, x, scale) -> x.mul(scale).add(self.remember(pass)));
  }

  /** Gradients of all batches added up: {@code gradientsDoNotAddUp}. */
  public static GradientStep addedGradients() {
    Map<String, double[]> sums = new LinkedHashMap<>();
    return (root, loss) -> {
      Gradients.backward(root, loss);
      Gradients.of(root)
          .forEach(
              (path, gradient) -> {
                try (gradient) {
                  float[] values = gradient.toFloatArray();
                  double[] sum = sums.computeIfAbsent(path, p -> new double[values.length]);
                  for (int i = 0; i < values.length; i++) {
                    sum[i] += values[i];
                  }
                }
              });
      Map<String, double[]> copy = new LinkedHashMap<>();
      sums.forEach((path, sum) -> copy.put(path, sum.clone()));
      return copy;
    };
  }
}
