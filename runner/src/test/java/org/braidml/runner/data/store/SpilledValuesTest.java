package org.braidml.runner.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpilledValuesTest {

  @Test
  void textsAreTheSameFromAFileAsFromTheHeap() {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    TextsWriter few = new TextsWriter(1_000_000_000L);
    TextsWriter many = new TextsWriter(100);
    for (int i = 0; i < 5000; i++) {
      String text = i % 7 == 3 ? null : "é\u4e2d\ud83d\ude00x".repeat(random.nextInt(200));
      texts.add(text);
      few.add(text);
      many.add(text);
    }
    var heap = few.whole();
    var file = many.whole();
    assertThat(many.size()).isEqualTo(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(heap.apply(i)).isEqualTo(texts.get(i));
      assertThat(file.apply(i)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void numbersAreTheSameFromAFileAsFromTheHeap() {
    Random random = new Random(2);
    IntsWriter few = new IntsWriter();
    IntsWriter many = new IntsWriter(10);
    for (int i = 0; i < 300; i++) {
      int[] some = random.ints(random.nextInt(3000)).toArray();
      few.add(some, some.length);
      many.add(some, some.length);
    }
    Ints heap = few.whole();
    Ints file = many.whole();
    assertThat(file.size()).isEqualTo(heap.size());
    int[] one = new int[(int) heap.size()];
    int[] other = new int[(int) file.size()];
    heap.copy(0, one, 0, one.length);
    file.copy(0, other, 0, other.length);
    assertThat(other).isEqualTo(one);
    int[] part = new int[7];
    file.copy(1000, part, 2, 5);
    assertThat(part).containsExactly(0, 0, one[1000], one[1001], one[1002], one[1003], one[1004]);
  }
}
