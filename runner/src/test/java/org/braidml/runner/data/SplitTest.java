package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.braidml.runner.data.split.SharedRows;
import org.braidml.runner.data.split.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitTest {

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void write() {
    StringBuilder rows = new StringBuilder("review,age,segment,label\n");
    for (int i = 0; i < 200; i++) {
      rows.append("word").append(i).append(',').append(i % 10 < 3 ? "1,a,yes\n" : "2,b,no\n");
    }
    workspace = new Workspace(folder).with("reviews.csv", rows.toString());
  }

  private Split split(String settings) {
    var config =
        workspace.config("source = reviews.csv\nsplit { " + settings + " }\n" + Workspace.REVIEWS);
    return workspace.pipeline().split(config, workspace.pipeline().load(config));
  }

  @Test
  void everyRowIsOnOneSideAndEachClassHasItsShare() {
    Split split = split("seed = 7");
    assertThat(split.test()).hasSize(40);
    assertThat(split.validation()).hasSize(20);
    assertThat(IntStream.of(split.train()).boxed().toList())
        .doesNotContainAnyElementsOf(IntStream.of(split.test()).boxed().toList());
    int[] all =
        IntStream.concat(
                IntStream.of(split.train()),
                IntStream.concat(IntStream.of(split.validation()), IntStream.of(split.test())))
            .sorted()
            .toArray();
    assertThat(all).isEqualTo(IntStream.range(0, 200).toArray());
    assertThat(Arrays.stream(split.test()).filter(row -> row % 10 < 3).count()).isEqualTo(12);
  }

  @Test
  void oneSeedGivesOneSplitAndAnotherSeedAnother() {
    assertThat(split("seed = 7").test()).isEqualTo(split("seed = 7").test());
    assertThat(split("seed = 7").test()).isNotEqualTo(split("seed = 8").test());
  }

  @Test
  void withoutShufflingTheLastRowsTest() {
    Split split = split("shuffle = false");
    assertThat(split.test()).isEqualTo(IntStream.range(160, 200).toArray());
    assertThat(split.validation()).isEqualTo(IntStream.range(140, 160).toArray());
  }

  @Test
  void filesOfTheirOwnAreTheirSides() {
    workspace.with("test.csv", "label,review,age,segment\nyes,x,1,a\nno,y,2,b\n");
    var config =
        workspace.config("source { path = reviews.csv, test = test.csv }\n" + Workspace.REVIEWS);
    PreparedData data = workspace.pipeline().prepare(config);
    assertThat(data.split().test()).containsExactly(200, 201);
    assertThat(data.validation().size()).isEqualTo(20);
    assertThat(data.test().target("target")).containsExactly(1, 0);
  }

  @Test
  void aColumnCanNameTheSides() {
    workspace.with("sides.csv", "review,age,segment,label\nx,1,test,0\ny,2,Train,1\n");
    var config =
        workspace.config("source = sides.csv\nsplit.column = segment\n" + Workspace.REVIEWS);
    Split split = workspace.pipeline().split(config, workspace.pipeline().load(config));
    assertThat(split.test()).containsExactly(0);
    assertThat(split.train()).containsExactly(1);
  }

  @Test
  void rowsThatEqualRowsOfAnotherSideAreCounted() {
    String header = "review,age,segment,label\n";
    workspace.with("train.csv", header + "x,1,a,0\ny,2,b,1\n");
    workspace.with("validation.csv", header + "x,1,a,0\nz,4,b,1\nz,5,b,1\n");
    workspace.with("test.csv", header + "x,1,a,1\ny,3,b,1\nz,4,b,1\n");
    String source = "source { path = train.csv, validation = validation.csv, test = test.csv }\n";
    SharedRows shared = workspace.prepare(source + Workspace.REVIEWS).shared();
    assertThat(shared).isEqualTo(new SharedRows(1, 1, 1));
    assertThat(shared.warning())
        .hasValue(
            "1 validation and 1 test rows have the same inputs as a training row, and 1 test row has"
                + " the same inputs as a validation row: their scores may flatter");
    assertThat(new SharedRows(0, 0, 2).warning())
        .hasValue("2 test rows have the same inputs as a validation row: their scores may flatter");
    assertThat(new SharedRows(0, 0, 0).warning()).isEmpty();
  }
}
