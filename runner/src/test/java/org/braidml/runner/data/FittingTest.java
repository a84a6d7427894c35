package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.FieldSpec;
import org.braidml.runner.Golden;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FeaturesJson;
import org.braidml.runner.data.fit.FittedFeatures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FittingTest {

  private static final String TRAIN =
      "review,age,segment,label\nA b a,1,x,10\nc,,y,9\nB,3,,10\n\"\",8,x,9\n";
  private static final String SOURCE =
      "source { path = train.csv, test = test.csv }\nsplit.validation = 0\n" + Workspace.REVIEWS;

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void write() {
    workspace =
        new Workspace(folder)
            .with("train.csv", TRAIN)
            .with("test.csv", "review,age,segment,label\nb new a,,z,9\n");
  }

  @Test
  void rowsBecomeTheNumbersThatHandArithmeticGives() {
    PreparedData data = workspace.prepare(SOURCE);
    // a and b stand twice: ids 2, 3 in the order of letters; c is 4; "new" is unknown.
    FieldData.Ids ids = (FieldData.Ids) data.train().batch(all(4)).fields().get("text");
    assertThat(ids).isNotNull();
    assertThat(ids.time()).isEqualTo(3);
    assertThat(ids.lengths()).containsExactly(3, 1, 1, 0);
    assertThat(ids.ids()).containsExactly(2, 3, 2, 4, 0, 0, 3, 0, 0, 0, 0, 0);
    FieldData.Ids unseen = (FieldData.Ids) data.test().batch(all(1)).fields().get("text");
    assertThat(unseen).isNotNull();
    assertThat(unseen.ids()).containsExactly(3, 1, 2);
    // Ages 1, 3, 8: mean 4, deviation sqrt((9 + 1 + 16) / 3); the missing one is the mean.
    double deviation = Math.sqrt(26 / 3.0);
    FieldData.Statics statics =
        (FieldData.Statics) data.train().batch(all(4)).fields().get("writer");
    assertThat(statics).isNotNull();
    assertThat(statics.numeric())
        .containsExactly(
            (float) (-3 / deviation),
            0,
            0,
            1,
            (float) (-1 / deviation),
            0,
            (float) (4 / deviation),
            0);
    // 0 is unseen, 1 is missing, x is 2, y is 3.
    assertThat(statics.categories()).containsExactly(2, 3, 1, 2);
    FieldData.Statics other = (FieldData.Statics) data.test().batch(all(1)).fields().get("writer");
    assertThat(other).isNotNull();
    assertThat(other.numeric()).containsExactly(0, 1);
    assertThat(other.categories()).containsExactly(0);
    // As numbers, 9 comes before 10: so 10 is positive.
    assertThat(data.train().target("target")).containsExactly(1, 0, 1, 0);
  }

  private static int[] all(int size) {
    return java.util.stream.IntStream.range(0, size).toArray();
  }

  @Test
  void specificationsSayWhatAModelNeeds() {
    FittedFeatures features = workspace.prepare(SOURCE).features();
    assertThat(features.fieldSpecs().get(0)).isInstanceOf(FieldSpec.Tokens.class);
    assertThat(((FieldSpec.Tokens) features.fieldSpecs().get(0)).vocabulary()).isEqualTo(5);
    var statics = ((FieldSpec.Statics) features.fieldSpecs().get(1)).spec();
    assertThat(statics.numeric()).containsExactly("age", "age missing");
    assertThat(statics.categories().get(0).size()).isEqualTo(4);
    assertThat(features.targetSpecs())
        .containsExactly(new TargetSpec("target", TargetSpec.Kind.BINARY, List.of("9", "10")));
  }

  @Test
  void theDocumentIsReadBackAndWrittenAlike() throws Exception {
    FittedFeatures features = workspace.prepare(SOURCE).features();
    String json = FeaturesJson.write(features);
    Golden.matches("data/features-json", json);
    assertThat(FeaturesJson.read(json)).isEqualTo(features);
    assertThatThrownBy(() -> FeaturesJson.read(json.replace("\"format\" : 1", "\"format\" : 2")))
        .hasMessageContaining("format 2");
    assertThatThrownBy(() -> FeaturesJson.read("{}")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePositiveLabelCanBeChosen() {
    PreparedData data = workspace.prepare(SOURCE + "target.positive = \"9\"");
    assertThat(data.train().target("target")).containsExactly(0, 1, 0, 1);
  }

  @Test
  void numbersStayInTheirUnitAndTheirScaleIsFitted() {
    workspace.with("n.csv", "x,y\na,10\nb,20\nc,30\n");
    PreparedData data =
        workspace.prepare(
            """
            source = n.csv
            split { validation = 0, test = 0 }
            fields.x { kind = characters, column = x }
            target { kind = regression, column = y }
            """);
    assertThat(data.train().target("target")).containsExactly(10, 20, 30);
    TargetSpec target = data.features().targetSpecs().get(0);
    assertThat(target.offset()).isEqualTo(20);
    assertThat(target.scale()).isCloseTo(Math.sqrt(200.0 / 3), within(1e-12));
  }

  @Test
  void aTargetOfAmountsIsScaledByItsLogarithmAndStaysInItsUnit() {
    workspace.with("n.csv", "x,y\na,0\nb,1\nc,3\nd,7\n");
    PreparedData data =
        workspace.prepare(
            """
            source = n.csv
            split { validation = 0, test = 0 }
            fields.x { kind = characters, column = x }
            target { kind = regression, column = y, scaling = log1p }
            """);
    assertThat(data.train().target("target")).containsExactly(0, 1, 3, 7);
    TargetSpec target = data.features().targetSpecs().get(0);
    // the logarithms are 0, 1, 2 and 3 times log 2: mean 1.5, variance 5 / 4
    assertThat(target.logarithm()).isTrue();
    assertThat(target.offset()).isCloseTo(1.5 * Math.log(2), within(1e-12));
    assertThat(target.scale()).isCloseTo(Math.sqrt(1.25) * Math.log(2), within(1e-12));
  }

  private static final String WEIGHED =
      """
      source = n.csv
      split { column = side }
      fields.x { kind = characters, column = x }
      target { kind = regression, column = y }
      weight = w
      """;

  @Test
  void trainingRowsAreWeighedBesideTheirMeanAndOthersNeedNoWeight() {
    workspace.with("n.csv", "x,y,w,side\na,10,1,train\nb,20,0,train\nc,30,5,train\nd,4,,test\n");
    PreparedData data = workspace.prepare(WEIGHED);
    assertThat(data.train().batch(new int[] {2, 0, 1}).weights()).containsExactly(2.5f, 0.5f, 0);
    assertThat(data.test().batch(new int[] {0}).weights()).isEmpty();
    assertThat(data.notes())
        .containsExactly(
            "\"w\" weighs training rows from 0 to 2.5 times their mean; other rows count alike");
  }

  @Test
  void weightsThatAreNoneAreRefused() throws IOException {
    StringBuilder refused = new StringBuilder();
    for (String weights : new String[] {"1,-2,NaN", "1,,2", "0,0,0"}) {
      String[] w = weights.split(",");
      workspace.with(
          "n.csv",
          "x,y,w,side\na,10,%s,train\nb,20,%s,train\nc,30,%s,train\nd,4,,test\n"
              .formatted((Object[]) w));
      refused.append(workspace.refusal(WEIGHED)).append('\n');
    }
    Golden.matches("data/weights", refused.toString());
  }

  @Test
  void seriesHaveChannelsScalesAndMarksOfObservation() {
    workspace.with("s.csv", "a;b;y\n1 3;10 ;0\n5;20;1\n\"[3, null]\";\"[10,20]\";1\n");
    PreparedData data =
        workspace.prepare(
            """
            source { path = s.csv, delimiter = ";" }
            split { validation = 0, test = 0 }
            fields.s { kind = series, channels = [a], observed = true }
            target { kind = binary, column = y }
            """);
    // 1, 3, 5, 3: mean 3, deviation sqrt(2); the missing one is the mean, not observed.
    float one = (float) (2 / Math.sqrt(2));
    FieldData.Values values =
        (FieldData.Values) data.train().batch(new int[] {0, 1, 2}).fields().get("s");
    assertThat(values).isNotNull();
    assertThat(values.width()).isEqualTo(2);
    assertThat(values.lengths()).containsExactly(2, 1, 2);
    assertThat(values.values()).containsExactly(-one, 1, 0, 1, one, 1, 0, 0, 0, 1, 0, 0);
  }

  @Test
  void vectorsStayAsTheyAre() {
    workspace.with("v.csv", "v;y\n[[1,2],[3,4],[5,6]];0\n[[7.5,-8]];1\n[];1\n");
    String settings =
        """
        source { path = v.csv, delimiter = ";" }
        split { validation = 0, test = 0 }
        fields.v { kind = vectors, column = v, max-length = 2 }
        target { kind = binary, column = y }
        """;
    PreparedData data = workspace.prepare(settings);
    FieldData.Values values =
        (FieldData.Values) data.train().batch(new int[] {0, 1, 2}).fields().get("v");
    assertThat(values).isNotNull();
    assertThat(values.width()).isEqualTo(2);
    assertThat(values.lengths()).containsExactly(2, 1, 0);
    assertThat(values.values()).containsExactly(1, 2, 3, 4, 7.5f, -8, 0, 0, 0, 0, 0, 0);
    assertThat(workspace.refusal(settings + "fields.v.size = 3"))
        .contains("data.fields.v: a step has not 3 numbers, and 1 more", "v.csv:2");
    workspace.with("v.csv", "v;y\n[[1,2]];0\n[[7.5,red]];1\n");
    assertThat(workspace.refusal(settings)).contains("data.fields.v.column", "v.csv:3");
  }

  @Test
  void aSeriesOfColumnsHasAFixedLength() {
    workspace.with("s.csv", "t1,t2,t3,y\n1,2,3,0\n4,5,6,1\n");
    PreparedData data =
        workspace.prepare(
            """
            source = s.csv
            split { validation = 0, test = 0 }
            fields.s { kind = series, steps = [t1, t2, t3], scaling = none }
            target { kind = binary, column = y }
            """);
    assertThat(((FieldSpec.Values) data.features().fieldSpecs().get(0)).fixedLength()).hasValue(3);
    workspace.with("new.csv", "t1,t2,t3\n7,8,\n");
    Examples some =
        workspace
            .pipeline()
            .forPrediction(
                data.features(), Optional.empty(), workspace.config("source = new.csv").source());
    FieldData.Values values = (FieldData.Values) some.batch(new int[] {0}).fields().get("s");
    assertThat(values).isNotNull();
    assertThat(values.time()).isEqualTo(3);
    assertThat(values.lengths()).containsExactly(2);
    assertThat(values.values()).containsExactly(7, 8, 0);
  }

  @Test
  void aRowThatIsLongerThanAllOfTrainingIsRefusedUnlessMaxLengthCutsIt() throws Exception {
    workspace.with("s.csv", "s,y\n1 2 3,0\n4 5 6,1\n").with("t.csv", "s,y\n1 2,0\n1 2 3 4,1\n");
    String data =
        """
        source { path = s.csv, test = t.csv }
        split.validation = 0
        fields.s { kind = series, channels = [s], scaling = none }
        target { kind = binary, column = y }
        """;
    Golden.matches("data/longer-series", workspace.refusal(data));
    FieldData.Values values =
        (FieldData.Values)
            workspace
                .prepare(data + "fields.s.max-length = 3")
                .test()
                .batch(new int[] {0, 1})
                .fields()
                .get("s");
    assertThat(values).isNotNull();
    assertThat(values.lengths()).containsExactly(2, 3);
    assertThat(values.values()).containsExactly(1, 2, 0, 2, 3, 4);
  }

  @Test
  void validationAndTestRowsChangeNoFittedValue() {
    long seed = Long.getLong("braid.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 5; round++) {
      workspace.with("train.csv", rows(random, 30, 1)).with("test.csv", rows(random, 20, 1));
      String one = FeaturesJson.write(workspace.prepare(SOURCE).features());
      workspace.with("test.csv", rows(random, 40, 1000));
      String other = FeaturesJson.write(workspace.prepare(SOURCE).features());
      assertThat(other).as("again with -Dbraid.test.seed=" + seed).isEqualTo(one);
    }
  }

  private static String rows(Random random, int count, int scale) {
    StringBuilder text = new StringBuilder("review,age,segment,label\nx,1,a,0\ny,2,b,1\n");
    for (int i = 0; i < count; i++) {
      text.append('w').append(random.nextInt(5 * scale)).append(" w").append(random.nextInt(9));
      text.append(',').append(random.nextInt(4) == 0 ? "" : random.nextInt(50 * scale));
      text.append(",s").append(random.nextInt(3 * scale)).append(',').append(random.nextInt(2));
      text.append('\n');
    }
    return text.toString();
  }
}
