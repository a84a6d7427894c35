package org.braidml.runner.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SpilledValuesTest {

  @Test
  void textsAreTheSameFromAFileAsFromTheHeap() {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    TextsWriter few = new TextsWriter(new HeapRoom(Long.MAX_VALUE), 1_000_000_000L);
    TextsWriter many = new TextsWriter(new HeapRoom(Long.MAX_VALUE), 100);
    TextsWriter crowded = new TextsWriter(new HeapRoom(1000));
    for (int i = 0; i < 5000; i++) {
      String text = i % 7 == 3 ? null : "é\u4e2d\ud83d\ude00x".repeat(random.nextInt(200));
      texts.add(text);
      few.add(text);
      many.add(text);
      crowded.add(text);
    }
    var heap = few.whole();
    var file = many.whole();
    var other = crowded.whole();
    assertThat(many.size()).isEqualTo(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(heap.apply(i)).isEqualTo(texts.get(i));
      assertThat(file.apply(i)).isEqualTo(texts.get(i));
      assertThat(other.apply(i)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void numbersAreTheSameFromAFileAsFromTheHeap() {
    Random random = new Random(2);
    check(Primitive.INT, size -> random.ints(size).toArray());
    check(Primitive.DOUBLE, size -> random.doubles(size).toArray());
    // all bits, also of numbers that are none
    check(Primitive.FLOAT, size -> floats(random.ints(size).toArray()));
  }

  private static float[] floats(int[] bits) {
    float[] floats = new float[bits.length];
    for (int i = 0; i < bits.length; i++) {
      floats[i] = Float.intBitsToFloat(bits[i]);
    }
    return floats;
  }

  private static <A> void check(Primitive<A> type, IntFunction<A> numbers) {
    Random random = new Random(3);
    NumbersWriter<A> few = new NumbersWriter<>(type);
    NumbersWriter<A> many = new NumbersWriter<>(type, 10);
    for (int i = 0; i < 300; i++) {
      int size = random.nextInt(3000);
      A some = numbers.apply(size);
      few.add(some, size);
      many.add(some, size);
    }
    Numbers<A> heap = few.whole();
    Numbers<A> file = many.whole();
    assertThat(heap).isInstanceOf(HeapNumbers.class);
    assertThat(file).isInstanceOf(MappedNumbers.class);
    assertThat(file.size()).isEqualTo(heap.size());
    A one = type.array().apply((int) heap.size());
    A other = type.array().apply((int) file.size());
    heap.copy(0, one, 0, (int) heap.size());
    file.copy(0, other, 0, (int) file.size());
    assertThat(Objects.deepEquals(other, one)).isTrue();
    A part = type.array().apply(7);
    A same = type.array().apply(7);
    file.copy(1000, part, 2, 5);
    System.arraycopy(one, 1000, same, 2, 5);
    assertThat(Objects.deepEquals(part, same)).isTrue();
  }

  @Test
  void numbersAreSortedTheSameInRunsAsAtOnce() {
    Random random = new Random(4);
    NumberSorter few = new NumberSorter(3);
    NumberSorter many = new NumberSorter(3, 900);
    List<double[]> columns = new ArrayList<>();
    for (int column = 0; column < 3; column++) {
      double[] numbers = new double[column == 1 ? 200 : 20_000];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextInt(9) == 0 ? -0.0 : Math.rint(random.nextGaussian() * 50) / 5;
        few.add(column, numbers[i]);
        many.add(column, numbers[i]);
      }
      Arrays.sort(numbers);
      columns.add(numbers);
    }
    for (int column = 0; column < 3; column++) {
      assertThat(all(few.sorted(column))).isEqualTo(columns.get(column));
      assertThat(all(many.sorted(column))).isEqualTo(columns.get(column));
    }
  }

  private static double[] all(Numbers<double[]> numbers) {
    double[] all = new double[(int) numbers.size()];
    numbers.copy(0, all, 0, all.length);
    return all;
  }
}
