package org.braidml.runner.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.fit.Cut;
import org.braidml.runner.data.fit.FittedTokens;
import org.junit.jupiter.api.Test;

/** Steps that are taken away, and ids that become words again. */
final class RemovalTest {

  private static final FittedTokens WORDS =
      new FittedTokens("text", Cut.WORD, true, 10, Truncate.LEFT, List.of("a", "film"));

  @Test
  void stepsThatStayMoveTogether() {
    Batch one =
        new Batch(
            1,
            new int[] {9},
            Map.of(
                "text",
                new FieldData.Ids(new int[] {4, 5, 6, 7, 0}, new int[] {4}, 5),
                "series",
                new FieldData.Values(new float[] {1, 2, 3, 4}, new int[] {2}, 2, 2),
                "static",
                new FieldData.Statics(new float[] {8}, new int[] {3})),
            Map.of());
    Batch all = Removal.of(one, "text", List.of(new int[] {0, 2}, new int[] {3}));
    assertThat(all.size()).isEqualTo(3);
    assertThat(all.rows()).containsExactly(9, 9, 9);
    FieldData.Ids text = (FieldData.Ids) field(all, "text");
    assertThat(text.ids()).containsExactly(4, 5, 6, 7, 0, 5, 7, 0, 0, 0, 4, 5, 6, 0, 0);
    assertThat(text.lengths()).containsExactly(4, 2, 3);
    FieldData.Values series = (FieldData.Values) field(all, "series");
    assertThat(series.values()).containsExactly(1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4);
    FieldData.Statics statics = (FieldData.Statics) field(all, "static");
    assertThat(statics.numeric()).containsExactly(8, 8, 8);
    assertThat(statics.categories()).containsExactly(3, 3, 3);
  }

  @Test
  void channelsOfASeriesGoTogether() {
    Batch one =
        new Batch(
            1,
            new int[] {0},
            Map.of(
                "series",
                new FieldData.Values(new float[] {1, 2, 3, 4, 5, 6}, new int[] {3}, 3, 2)),
            Map.of());
    FieldData.Values series =
        (FieldData.Values) field(Removal.of(one, "series", List.of(new int[] {1})), "series");
    assertThat(series.values()).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 5, 6, 0, 0);
    assertThat(series.lengths()).containsExactly(3, 2);
  }

  @Test
  void idsBecomeWordsAgain() {
    FieldData ids = new FieldData.Ids(new int[] {2, 3, 1, 0}, new int[] {3}, 4);
    assertThat(TokenTexts.of(WORDS, ids, 0)).containsExactly("a", "film", "[unknown]");
    assertThat(TokenTexts.between(WORDS)).isEqualTo(" ");
  }

  private static FieldData field(Batch batch, String name) {
    return Objects.requireNonNull(batch.fields().get(name), name);
  }
}
