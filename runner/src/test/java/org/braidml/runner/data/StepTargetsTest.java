package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets of one value a step: beside the steps, cut as they are, none at padding. */
final class StepTargetsTest {

  private static final float NONE = Float.NaN;
  private static final String STEPS = "steps = [a, b, c, d]";
  private static final String FIELDS =
      """
      source = rows.csv
      split { validation = 0, test = 0 }
      fields.words { kind = text, column = words, min-count = 1, max-length = 3 }
      """;

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private static float[] target(PreparedData data, int... examples) {
    Batch batch = data.train().batch(examples);
    return batch.targets().getOrDefault("target", new float[0]);
  }

  @Test
  void labelsStandBesideTheirSteps() {
    String target = "target { kind = per-step-multiclass, column = tags, field = words";
    PreparedData data =
        workspace
            .with("rows.csv", "words,tags\na b c,x||y\nd,y\n,\na b c d,x|y|x|y\n")
            .prepare(FIELDS + target + ", delimiter = \"|\" }");
    assertThat(target(data, 0, 1, 2, 3))
        .containsExactly(0, NONE, 1, 1, NONE, NONE, NONE, NONE, NONE, 0, 1, 0);
    assertThat(data.train().target("target")).containsExactly(0, 1, 1, 0, 1, 0);
    assertThat(data.features().targetSpecs())
        .containsExactly(
            new TargetSpec("target", TargetSpec.Kind.MULTICLASS, List.of("x", "y"))
                .eachStepOf("words"));
  }

  @Test
  void numbersAreReadFromArraysAndCutWhereTheFieldIsCut() {
    workspace.with("rows.csv", "words,due\na b c d,\"[1, 2, null, 4]\"\nd,\"[5]\"\n");
    PreparedData data =
        workspace.prepare(
            FIELDS.replace("max-length = 3", "max-length = 3, truncate = left")
                + "target { kind = per-step-regression, column = due, field = words }");
    assertThat(target(data, 0, 1)).containsExactly(2, NONE, 4, 5, NONE, NONE);
    // 1, 2, 4, 5: mean 3, deviation sqrt((4 + 1 + 1 + 4) / 4)
    TargetSpec spec = data.features().targetSpecs().get(0);
    assertThat(spec.offset()).isEqualTo(3);
    assertThat(spec.scale()).isEqualTo(Math.sqrt(2.5));
  }

  @Test
  void theNextTokenFollowsFromTheFieldItself() {
    workspace.with("rows.csv", "words\na b a\nb\nb a b a\n");
    // b, which stands four times, has id 2 and class 1 behind (unknown); a, three times, class 2.
    PreparedData data = workspace.prepare(FIELDS + "target { kind = next-token, field = words }");
    assertThat(data.features().targetSpecs().get(0).classes())
        .containsExactly("(unknown)", "b", "a");
    assertThat(target(data, 0, 1, 2)).containsExactly(1, 2, NONE, NONE, NONE, NONE, 2, 1, NONE);
  }

  @Test
  void continuedRowsGoOnInTheNext() {
    workspace.with("rows.csv", "words,side\na b,train\nb a,train\na a,test\nb b,train\n");
    PreparedData data =
        workspace.prepare(
            FIELDS.replace("split { validation = 0, test = 0 }", "split.column = side")
                + "target { kind = next-token, field = words, continued = true }");
    // The second row is not followed by a row of its side.
    assertThat(target(data, 0, 1, 2)).containsExactly(1, 1, 2, NONE, 1, NONE);
  }

  @Test
  void valuesBeyondTheStepsOfASeriesThatIsNotCutAreTold() {
    workspace.with("rows.csv", "x,due\n1 2,3 4 5\n3 4,5 6 7\n");
    String fields = "source = rows.csv\nfields.x { kind = series, channels = [x] }\n";
    String rest =
        "split { validation = 0, test = 0 }\n"
            + "target { kind = per-step-regression, column = due, field = x }";
    assertThat(workspace.refusal(fields + rest)).contains("3 values for 2 steps");
    assertThat(workspace.refusal(fields + "fields.x.max-length = 2\n" + rest))
        .contains("3 values for 2 steps");
  }

  @Test
  void rowsWithOtherThanOneValueAStepAreTold() throws IOException {
    workspace.with("rows.csv", "words,tags\na b,x\na b,x y\na,x y\n");
    Golden.matches(
        "data/step-target",
        workspace.refusal(
            FIELDS + "target { kind = per-step-multiclass, column = tags, field = words }"));
  }

  @Test
  void valuesWithoutAStepAreToldInRowsThatAreAsLongAsCanBe() {
    // Three steps are as many as a row may have, and of the third row none was cut.
    String target = "target { kind = per-step-multiclass, column = tags, field = words }";
    workspace.with("rows.csv", "words,tags\na b c d,x y x y\na b,x y\na b c,x y x y\n");
    assertThat(workspace.refusal(FIELDS + target))
        .contains("4 values for 3 steps")
        .contains("rows.csv:4");
    String series = "fields.words { kind = series, channels = [words], max-length = 3 }\n";
    String source = "source = rows.csv\nsplit { validation = 0, test = 0 }\n";
    for (String row : new String[] {"1 2 3", "\"[1, 2, 3]\""}) {
      workspace.with("rows.csv", "words,tags\n1 2 3 4,x y x y\n1 2,x y\n" + row + ",x y x y\n");
      assertThat(workspace.refusal(source + series + target))
          .as(row)
          .contains("4 values for 3 steps")
          .contains("rows.csv:4");
    }
    workspace.with("rows.csv", "a,b,c,d,tags\n1,2,3,4,x y x y\n1,2,,,x y\n1,2,3,,x y x y\n");
    assertThat(workspace.refusal(source + series.replace("channels = [words]", STEPS) + target))
        .contains("4 values for 3 steps")
        .contains("rows.csv:4");
  }
}
