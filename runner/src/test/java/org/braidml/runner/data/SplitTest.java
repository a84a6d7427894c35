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
  void rowsThatEqualTrainingRowsAreCounted() {
    workspace.with("train.csv", "review,age,segment,label\nx,1,a,0\ny,2,b,1\n");
    workspace.with("test.csv", "review,age,segment,label\nx,1,a,1\ny,3,b,1\n");
    PreparedData data =
        workspace.prepare(
            "source { path = train.csv, test = test.csv }\nsplit.validation = 0\n"
                + Workspace.REVIEWS);
    assertThat(data.shared()).isEqualTo(new SharedRows(0, 1));
    assertThat(data.shared().warning()).isPresent();
  }
}
