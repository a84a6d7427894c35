package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Decisions;
import org.braidml.api.metric.Scores;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  /** a: 5 right, 1 for b, 2 for c; b: 3 right; c: 1 for a, none right; d: on neither side. */
  private final Confusion confusion =
      new Confusion(
          List.of("a", "b", "c", "d"),
          new long[][] {{5, 1, 2, 0}, {0, 3, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}});

  /** Classes 3 and 7 occur twice, 1 once for class 0; none of the others but 2,999, for 2,998. */
  @Test
  void theRarestOfVeryManyClassesStandAsOne() {
    float[] targets = {3, 3, 7, 7, 1, 2999};
    int[] decided = {3, 7, 7, 7, 0, 2998};
    Decisions decisions = new Decisions(3000, decided, new float[6], new float[6]);
    List<String> classes = IntStream.range(0, 3000).mapToObj(k -> "c" + k).toList();
    TargetSpec target = new TargetSpec("t", TargetSpec.Kind.MULTICLASS, classes);
    Confusion many = Confusion.of(target, new Scores(decisions, targets));
    assertThat(many.size()).isEqualTo(1000);
    assertThat(many.labels()).startsWith("c0", "c1", "c2", "c3").endsWith("c2999", "all others");
    assertThat(many.right()).isEqualTo(3);
    assertThat(many.rows()).isEqualTo(6);
    assertThat(many.counts()[3]).startsWith(0, 0, 0, 1, 0, 0, 0, 1);
    assertThat(many.mistakes(3)).extracting(Confusion.Mistake::decided).contains("all others");
  }

  @Test
  void measuresEachClass() {
    assertThat(confusion.precision(0)).isEqualTo(5 / 6.0);
    assertThat(confusion.recall(0)).isEqualTo(5 / 8.0);
    assertThat(confusion.f1(0)).isEqualTo(10 / 14.0);
    assertThat(confusion.f1(2)).isZero();
    assertThat(confusion.precision(3)).isNaN();
    assertThat(confusion.recall(3)).isNaN();
    assertThat(confusion.f1(3)).isNaN();
    assertThat(confusion.right()).isEqualTo(8);
    assertThat(confusion.rows()).isEqualTo(12);
  }

  @Test
  void namesTheMostFrequentMistakesFirst() {
    assertThat(confusion.mistakes(2))
        .containsExactly(new Confusion.Mistake("a", "c", 2), new Confusion.Mistake("a", "b", 1));
  }

  @Test
  void joinsTheRarestClasses() {
    Confusion joined = confusion.condensed(3);
    assertThat(joined.labels()).containsExactly("a", "b", "all others");
    assertThat(joined.counts()).isDeepEqualTo(new long[][] {{5, 1, 2}, {0, 3, 0}, {1, 0, 0}});
    assertThat(confusion.condensed(4)).isSameAs(confusion);
  }

  @Test
  void namesClassesWithoutALabel() {
    TargetSpec target = new TargetSpec("t", TargetSpec.Kind.MULTICLASS, List.of("a", " "));
    Scores scores = new Scores(new float[][] {{0.1f, 0.2f, 0.7f}}, new float[] {2});
    assertThat(Confusion.of(target, scores).labels()).containsExactly("a", "(empty)", "class 2");
  }
}
