package org.braidml.runner.data.fit;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.braidml.runner.data.store.Numbers;

/**
 * Numbers in ascending order, none of them missing, and what scales are fitted by. Sums are taken
 * in that order, wherever the numbers are kept, so that they do not hang on it.
 */
final class SortedNumbers {

  private static final int CHUNK = 1 << 12;

  private final Numbers<double[]> numbers;
  private final long first;
  private final boolean logarithms;

  private SortedNumbers(Numbers<double[]> numbers, long first, boolean logarithms) {
    this.numbers = numbers;
    this.first = first;
    this.logarithms = logarithms;
  }

  /** Numbers that are sorted. */
  static SortedNumbers of(Numbers<double[]> sorted) {
    return new SortedNumbers(sorted, 0, false);
  }

  /** Sorts numbers; NaN is left out. */
  static SortedNumbers of(double[] numbers) {
    return of(
        Numbers.of(
            Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).sorted().toArray()));
  }

  /** Returns the logarithms of 1 + x of those that have one; their order is the same. */
  SortedNumbers logarithms() {
    return new SortedNumbers(numbers, stream().takeWhile(x -> x <= -1).count(), true);
  }

  private long size() {
    return numbers.size() - first;
  }

  private double at(long place) {
    double[] one = new double[1];
    numbers.copy(first + place, one, 0, 1);
    return logarithms ? Math.log1p(one[0]) : one[0];
  }

  private DoubleStream stream() {
    long chunks = (size() + CHUNK - 1) / CHUNK;
    DoubleStream all =
        LongStream.range(0, chunks).mapToObj(this::chunk).flatMapToDouble(Arrays::stream);
    return logarithms ? all.map(Math::log1p) : all;
  }

  private double[] chunk(long index) {
    long from = index * CHUNK;
    double[] chunk = new double[(int) Math.min(CHUNK, size() - from)];
    numbers.copy(first + from, chunk, 0, chunk.length);
    return chunk;
  }

  /** Returns the mean; 0 if there is no number. */
  double mean() {
    return stream().average().orElse(0);
  }

  /** Returns the (population) standard deviation; 0 if there is no number. */
  double deviation() {
    double mean = mean();
    return Math.sqrt(stream().map(number -> (number - mean) * (number - mean)).average().orElse(0));
  }

  /** Interpolates evenly between neighbours; 0 if there is no number. */
  double quantile(double share) {
    if (size() == 0) {
      return 0;
    }
    double place = share * (size() - 1);
    long below = (long) place;
    long above = Math.min(below + 1, size() - 1);
    return at(below) + (place - below) * (at(above) - at(below));
  }

  /** Returns whether all are one number. */
  boolean isConstant() {
    return size() > 0 && quantile(0) == quantile(1);
  }
}
