package org.braidml.runner.data.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The numbers of one text, step after step, NaN where missing. Used again for the next text. */
final class ParsedSeries {

  private double[] numbers = new double[64];
  private int[] ends = new int[64];
  private int size;
  private int steps;

  /** Forgets all. */
  void clear() {
    size = 0;
    steps = 0;
  }

  /** Takes steps of a number each in place of those it had; none for null. */
  void set(double @Nullable [] each) {
    clear();
    for (int t = 0; each != null && t < each.length; t++) {
      add(each[t]);
      endStep();
    }
  }

  /** Adds a number to the step that is not ended yet. */
  void add(double number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  /** Ends a step. */
  void endStep() {
    if (steps == ends.length) {
      ends = Arrays.copyOf(ends, steps * 2);
    }
    ends[steps++] = size;
  }

  /** Returns how many steps there are. */
  int steps() {
    return steps;
  }

  /** Returns where the numbers of a step begin; of the step after the last, where all end. */
  int begin(int step) {
    return step == 0 ? 0 : ends[step - 1];
  }

  /** Returns how many numbers a step has. */
  int width(int step) {
    return ends[step] - begin(step);
  }

  /** Returns whether each of some steps has so many numbers. */
  boolean isEven(int first, int count, int each) {
    for (int t = first; t < first + count; t++) {
      if (width(t) != each) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number at a place. */
  double number(int place) {
    return numbers[place];
  }

  /** Copies the numbers from a step on. */
  void copy(int step, double[] to, int count) {
    System.arraycopy(numbers, begin(step), to, 0, count);
  }
}
