package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * How a parameter starts: numbers computed on the host, in double, from a stream of its own.
 *
 * <p>The engine's random numbers are never used, so that both engines start from the same bits and
 * a change of one box leaves the other boxes' weights alone. {@link ParameterPaths#initialize}
 * draws the stream of each parameter from the seed and its path. Immutable and thread-safe.
 */
public final class Init {

  private final BiFunction<Shape, RandomGenerator, double[]> values;

  private Init(BiFunction<Shape, RandomGenerator, double[]> values) {
    this.values = values;
  }

  /**
   * An initialisation of one's own.
   *
   * @param f from a shape and a stream to as many numbers as the shape holds, in row-major order
   */
  public static Init of(BiFunction<Shape, RandomGenerator, double[]> f) {
    return new Init(f);
  }

  /** All zeros. */
  public static Init zeros() {
    return constant(0);
  }

  /** All equal to {@code v}. */
  public static Init constant(double v) {
    return of(
        (shape, random) -> {
          double[] all = new double[size(shape)];
          Arrays.fill(all, v);
          return all;
        });
  }

  /** Uniform in {@code [-bound, bound)}. */
  public static Init uniform(double bound) {
    return of((shape, random) -> fill(shape, () -> (2 * random.nextDouble() - 1) * bound));
  }

  /** Normal with mean 0. */
  public static Init normal(double deviation) {
    return of((shape, random) -> fill(shape, () -> Streams.gaussian(random) * deviation));
  }

  /**
   * Uniform with bound {@code sqrt(6 / (fanIn + fanOut))}: X. Glorot and Y. Bengio, Understanding
   * the difficulty of training deep feedforward neural networks, 2010, equation 16.
   */
  public static Init xavierUniform(int fanIn, int fanOut) {
    return uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
  }

  /**
   * Uniform with bound {@code sqrt(1 / fanIn)}: what PyTorch starts a linear layer with, that is K.
   * He et al., Delving deep into rectifiers, 2015, for a leaky rectifier of slope {@code sqrt(5)}.
   * (For plain rectifiers He's bound is {@code sqrt(6 / fanIn)}: use {@link #uniform}.)
   */
  public static Init kaimingUniform(int fanIn) {
    return uniform(Math.sqrt(1.0 / fanIn));
  }

  /**
   * Orthonormal rows, or columns where there are more rows than columns, in each matrix of the last
   * two dimensions: A. Saxe, J. McClelland, S. Ganguli, Exact solutions to the nonlinear dynamics
   * of learning in deep linear neural networks, 2013.
   */
  public static Init orthogonal() {
    return of(Orthogonal::values);
  }

  /**
   * Parts one under another, of equally many rows each and each with a start of its own, such as
   * the gates of a recurrence.
   *
   * @param parts from the first rows to the last, one at least; they draw from one stream in turn
   */
  public static Init stacked(Init... parts) {
    List<Init> all = List.of(parts);
    return of(
        (shape, random) -> {
          long[] part = shape.getShape().clone();
          if (all.isEmpty() || part.length == 0 || part[0] % all.size() != 0) {
            throw new IllegalArgumentException(
                "the rows of " + shape + " are not " + all.size() + " equal parts");
          }
          part[0] /= all.size();
          return all.stream()
              .flatMapToDouble(init -> Arrays.stream(init.values(new Shape(part), random)))
              .toArray();
        });
  }

  /**
   * Computes the numbers.
   *
   * @param shape of the parameter
   * @param random the stream of this parameter
   * @return in row-major order
   */
  public double[] values(Shape shape, RandomGenerator random) {
    double[] result = values.apply(shape, random);
    if (result.length != size(shape)) {
      throw new IllegalArgumentException(
          "an initialisation gave " + result.length + " numbers for shape " + shape);
    }
    return result;
  }

  /**
   * Returns a DJL initializer that carries this one until {@link ParameterPaths#initialize} gives
   * it a stream; used before, it throws.
   */
  public Initializer unseeded() {
    return new Unseeded(this);
  }

  private static int size(Shape shape) {
    return Math.toIntExact(shape.size());
  }

  private static double[] fill(Shape shape, java.util.function.DoubleSupplier next) {
    double[] all = new double[size(shape)];
    for (int i = 0; i < all.length; i++) {
      all[i] = next.getAsDouble();
    }
    return all;
  }

  /** Carries an initialisation through DJL's parameters. */
  record Unseeded(Init init) implements Initializer {

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
      throw new IllegalStateException(
          "parameters of Braid start by ParameterPaths.initialize(root, manager, type, seed), which"
              + " gives each a random stream of its own");
    }
  }
}
