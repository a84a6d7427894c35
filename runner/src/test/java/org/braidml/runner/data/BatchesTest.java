package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.encode.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchesTest {

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private Examples examples() {
    return workspace
        .prepare(
            """
            source { type = reviews-made, rows = 500 }
            split { validation = 0, test = 0 }
            fields {
              text { kind = text, column = review }
              writer { kind = static, numeric = [age], category = [segment] }
            }
            target { kind = binary, column = recommended }
            """)
        .train();
  }

  private static List<Batch> all(Batches batches, long epoch, int skip) {
    List<Batch> all = new ArrayList<>();
    try (BatchStream stream = batches.epoch(epoch, skip)) {
      stream.forEachRemaining(all::add);
    }
    return all;
  }

  private static int[] rows(List<Batch> batches) {
    return batches.stream().flatMapToInt(batch -> Arrays.stream(batch.rows())).toArray();
  }

  @Test
  void anEpochHoldsEveryRowOnceWhateverTheOrder() {
    Examples examples = examples();
    for (BatchOrder.Arrangement arrangement : BatchOrder.Arrangement.values()) {
      Batches batches = new Batches(examples, new BatchOrder(16, arrangement, false, 3));
      List<Batch> all = all(batches, 0, 0);
      assertThat(all).hasSize(batches.count()).hasSize(32);
      assertThat(Arrays.stream(rows(all)).sorted().toArray())
          .isEqualTo(IntStream.range(0, 500).toArray());
    }
  }

  @Test
  void paddingIsZeroOnTheRightAndNoLongerThanNeeded() {
    Examples examples = examples();
    for (Batch batch : all(new Batches(examples, BatchOrder.evaluation(16)), 0, 0)) {
      FieldData.Ids ids = (FieldData.Ids) batch.fields().get("text");
      assertThat(ids).isNotNull();
      assertThat(Arrays.stream(ids.lengths()).max()).hasValue(ids.time());
      for (int row = 0; row < batch.size(); row++) {
        for (int t = 0; t < ids.time(); t++) {
          assertThat(ids.ids()[row * ids.time() + t] == 0).isEqualTo(t >= ids.lengths()[row]);
        }
      }
    }
  }

  @Test
  void sequencesStaticsAndTargetsComeFromTheSameRow() {
    Examples examples = examples();
    Batch batch = new Batches(examples, BatchOrder.training(16, true, false, 3)).at(2, 5);
    for (int i = 0; i < batch.size(); i++) {
      Batch alone = examples.batch(new int[] {batch.rows()[i]});
      FieldData.Statics both = (FieldData.Statics) batch.fields().get("writer");
      FieldData.Statics one = (FieldData.Statics) alone.fields().get("writer");
      assertThat(both).isNotNull();
      assertThat(one).isNotNull();
      assertThat(both.numeric()[i]).isEqualTo(one.numeric()[0]);
      assertThat(examples.target("target")[batch.rows()[i]])
          .isEqualTo(batch.targets().getOrDefault("target", new float[0])[i]);
    }
  }

  @Test
  void theOrderDependsOnSeedAndEpochOnlyAndCanBeSkippedInto() {
    Examples examples = examples();
    Batches batches = new Batches(examples, BatchOrder.training(16, true, false, 3));
    int[] first = rows(all(batches, 1, 0));
    assertThat(rows(all(batches, 1, 0))).isEqualTo(first);
    assertThat(rows(all(batches, 2, 0))).isNotEqualTo(first);
    assertThat(rows(all(new Batches(examples, BatchOrder.training(16, true, false, 4)), 1, 0)))
        .isNotEqualTo(first);
    int[] rest = rows(all(batches, 1, 30));
    assertThat(rest).isEqualTo(Arrays.copyOfRange(first, 500 - rest.length, 500));
  }

  @Test
  void shuffledBatchesHoldExamplesOfLikeLengths() {
    Examples examples = examples();
    Batches batches = new Batches(examples, BatchOrder.training(16, true, false, 3));
    assertThat(padding(all(batches, 0, 0))).isLessThan(0.1);
    Batches given = new Batches(examples, BatchOrder.training(16, false, false, 3));
    assertThat(padding(all(given, 0, 0))).isGreaterThan(0.2);
  }

  private static double padding(List<Batch> batches) {
    double steps = 0;
    double real = 0;
    for (Batch batch : batches) {
      if (batch.fields().get("text") instanceof FieldData.Ids ids) {
        steps += ids.ids().length;
        real += Arrays.stream(ids.lengths()).sum();
      }
    }
    return 1 - real / steps;
  }

  @Test
  void theUnfilledBatchCanBeDroppedAndOthersEachEpoch() {
    Examples examples = examples();
    Batches batches = new Batches(examples, BatchOrder.training(16, true, true, 3));
    List<Batch> first = all(batches, 0, 0);
    assertThat(first).hasSize(31).allMatch(batch -> batch.size() == 16);
    assertThat(Arrays.stream(rows(first)).sorted().toArray())
        .isNotEqualTo(Arrays.stream(rows(all(batches, 1, 0))).sorted().toArray());
  }

  @Test
  void whatGoesWrongInAssemblyReachesTheConsumer() {
    Batch good = examples().batch(new int[] {0});
    var failing =
        IntStream.range(0, 3)
            .mapToObj(
                i -> {
                  if (i == 2) {
                    throw new IllegalStateException("no memory for batch " + i);
                  }
                  return good;
                })
            .iterator();
    try (BatchStream stream = new BatchStream(failing, 2)) {
      assertThat(stream.next()).isSameAs(good);
      assertThat(stream.next()).isSameAs(good);
      assertThatThrownBy(stream::hasNext).hasMessage("no memory for batch 2");
    }
  }

  @Test
  void piecesThatGoOnStandInStreamsAndTheirTestsInOne() {
    assertThat(BatchOrder.streams(4, false).epoch(10, i -> 1, 0))
        .containsExactly(new int[] {0, 3, 6, 9}, new int[] {1, 4, 7}, new int[] {2, 5, 8});
    assertThat(BatchOrder.streams(4, true).epoch(10, i -> 1, 0))
        .containsExactly(new int[] {0, 2, 4, 6}, new int[] {1, 3, 5, 7});
    assertThat(BatchOrder.streams(4, true).batches(10)).isEqualTo(2);
    assertThat(BatchOrder.evaluation(4, true).epoch(3, i -> 9 - i, 0))
        .containsExactly(new int[] {0}, new int[] {1}, new int[] {2});
  }

  @Test
  void aClosedStreamEndsItsThread() throws InterruptedException {
    Batches batches = new Batches(examples(), BatchOrder.evaluation(1));
    BatchStream stream = batches.epoch(0);
    stream.next();
    stream.close();
    assertThat(stream.hasNext()).isFalse();
    assertThat(stream.ended(5000)).isTrue();
  }
}
