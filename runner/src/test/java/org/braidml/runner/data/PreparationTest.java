package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.braidml.api.StaticSpec;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.FieldSpec;
import org.braidml.runner.Golden;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.Cut;
import org.braidml.runner.data.fit.FeaturesJson;
import org.braidml.runner.data.fit.FittedFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scaling, missing and rare values, truths, dates and tokens, all learnt from training rows. */
final class PreparationTest {

  private static final String SIDES =
      "source { path = train.csv, test = test.csv }\nsplit.validation = 0\n";
  private static final String LABEL = "target { kind = binary, column = label }\n";

  @TempDir Path folder;

  private PreparedData prepare(String train, String test, String fields) {
    return new Workspace(folder)
        .with("train.csv", train)
        .with("test.csv", test)
        .prepare(SIDES + LABEL + fields);
  }

  private static float[] numbers(Examples examples, String field) {
    FieldData data = examples.batch(all(examples)).fields().get(field);
    if (data instanceof FieldData.Values values) {
      return values.values();
    }
    return ((FieldData.Statics) Objects.requireNonNull(data)).numeric();
  }

  private static int[] all(Examples examples) {
    return IntStream.range(0, examples.size()).toArray();
  }

  static Stream<JsonNode> scalings() throws IOException {
    try (InputStream in = PreparationTest.class.getResourceAsStream("/golden/scales.json")) {
      JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(cases.spliterator(), false);
    }
  }

  /** {@code golden/scales.py} made the cases. */
  @ParameterizedTest
  @MethodSource("scalings")
  void scalesAreThoseOfScikitLearn(JsonNode golden) {
    String fields =
        "fields.x { kind = static, numeric = [x], missing = median, indicators = false, scaling = "
            + golden.path("scaling").asText()
            + " }";
    PreparedData data = prepare(rows(golden.path("train")), rows(golden.path("new")), fields);
    equal(numbers(data.train(), "x"), golden.path("train-scaled"));
    equal(numbers(data.test(), "x"), golden.path("new-scaled"));
  }

  private static String rows(JsonNode numbers) {
    StringBuilder csv = new StringBuilder("x,label\n");
    int row = 0;
    for (JsonNode number : numbers) {
      csv.append(number.isNull() ? "" : number.asText()).append(',').append(row++ % 2).append('\n');
    }
    return csv.toString();
  }

  private static void equal(float[] numbers, JsonNode golden) {
    assertThat(numbers).hasSize(golden.size());
    for (int i = 0; i < numbers.length; i++) {
      assertThat((double) numbers[i]).isCloseTo(golden.path(i).asDouble(), within(2e-5));
    }
  }

  @Test
  void aConstantColumnIsShiftedAndNotDivided() {
    for (String scaling : new String[] {"standard", "min-max", "robust", "log1p"}) {
      PreparedData data =
          prepare(
              "x,label\n0.1,0\n0.1,1\n0.1,0\n",
              "x,label\n0.1,0\n",
              "fields.x { kind = static, numeric = [x], scaling = " + scaling + " }");
      assertThat(numbers(data.train(), "x")[0]).as(scaling).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void scaledNumbersAreClippedOnBothSidesAndTheScaleIsOfTheNumbersAsTheyStand() {
    // Median 3, quartiles 2 and 4.
    PreparedData data =
        prepare(
            "x,s,label\n1,\"[1,2]\",0\n2,\"[2,3]\",1\n3,4,0\n4,4,1\n735,735,0\n",
            "x,s,label\n-17,\"[-17,6,null,8]\",0\n,3,1\n",
            """
            fields.x {
              kind = static, numeric = [x], scaling = robust, clip = 1.5, missing = median
            }
            fields.s {
              kind = series, channels = [s], scaling = robust, clip = 2, missing = forward
            }
            """);
    assertThat(numbers(data.train(), "x")).containsExactly(-1, -0.5f, 0, 0.5f, 1.5f);
    assertThat(numbers(data.test(), "x")).containsExactly(-1.5f, 0);
    assertThat(numbers(data.train(), "s"))
        .containsExactly(-1, -0.5f, -0.5f, 0, 0.5f, 0, 0.5f, 0, 2, 0);
    // A missing number repeats the clipped one.
    assertThat(numbers(data.test(), "s")).containsExactly(-2, 1.5f, 1.5f, 2, 0, 0, 0, 0);
  }

  @Test
  void aSeriesRepeatsItsLastNumberAndMarksWhatWasGiven() {
    PreparedData data =
        prepare(
            "s,label\n\"[null,1,null,null,5]\",0\n\"[3]\",1\n",
            "s,label\n\"[null,7,null]\",0\n",
            """
            fields.s {
              kind = series, channels = [s], scaling = none, missing = forward, observed = true
            }
            """);
    // 1, 3, 5: mean 3, where there is no number before.
    assertThat(numbers(data.train(), "s"))
        .containsExactly(3, 0, 1, 1, 1, 0, 1, 0, 5, 1, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(numbers(data.test(), "s")).containsExactly(3, 0, 7, 1, 7, 0);
  }

  @Test
  void aMissingNumberCanBeAConstant() {
    PreparedData data =
        prepare(
            "x,s,label\n1,1 2,0\n,4  ,1\n",
            "x,s,label\n,,0\n",
            """
            fields.x { kind = static, numeric = [x], scaling = none, missing = constant, constant = -9 }
            fields.s {
              kind = series, channels = [s], delimiter = " ", scaling = none
              missing = constant, constant = -9
            }
            """);
    assertThat(numbers(data.train(), "x")).containsExactly(1, 0, -9, 1);
    assertThat(numbers(data.test(), "x")).containsExactly(-9, 1);
  }

  @Test
  void rareCategoriesAreTakenForUnseen() {
    PreparedData data =
        prepare(
            "c,label\na,0\nb,1\na,0\nc,1\nb,1\n",
            "c,label\nb,0\nc,0\nd,1\n",
            "fields.c { kind = static, category = [c], min-count = 2 }");
    assertThat(categories(data.train())).containsExactly(1, 2, 1, 0, 2);
    assertThat(categories(data.test())).containsExactly(2, 0, 0);
  }

  private static int[] categories(Examples examples) {
    FieldData data = examples.batch(all(examples)).fields().get("c");
    return ((FieldData.Statics) Objects.requireNonNull(data)).categories();
  }

  @Test
  void truthsAndDatesBecomeNumbers() {
    PreparedData data =
        prepare(
            "b,d,label\nTrue,2012-01-01 06:00,0\nno,2014-04-02T18:00:00Z,1\n,,0\n",
            "b,d,label\n0,2016-07-04,1\n",
            "fields.x { kind = static, booleans = [b], dates = [d],"
                + " date-parts = [year, month, day-of-week, hour], scaling = min-max }");
    StaticSpec spec = ((FieldSpec.Statics) data.features().fieldSpecs().get(0)).spec();
    assertThat(spec.numeric())
        .containsExactly(
            "b",
            "d year",
            "d month sine",
            "d month cosine",
            "d day of week sine",
            "d day of week cosine",
            "d hour sine",
            "d hour cosine",
            "b missing",
            "d missing");
    float[] train = numbers(data.train(), "x");
    // January is angle 0; 1 January 2012 was a Sunday, the seventh day; six o'clock is a quarter.
    double sunday = 2 * Math.PI * 6 / 7;
    assertThat(IntStream.range(0, 10).mapToDouble(i -> train[i]).toArray())
        .containsExactly(
            new double[] {1, 0, 0, 1, Math.sin(sunday), Math.cos(sunday), 1, 0, 0, 0},
            within(1e-6));
    // A missing truth is the share of true ones, a missing date the mean of its parts.
    assertThat(train[20]).isEqualTo(0.5f);
    assertThat(train[21]).isEqualTo(0.5f);
    assertThat(new float[] {train[28], train[29]}).containsExactly(1, 1);
    // 2016 lies beyond the training years; July is half a year; 4 July 2016 was a Monday.
    float[] test = numbers(data.test(), "x");
    assertThat(IntStream.range(0, 10).mapToDouble(i -> test[i]).toArray())
        .containsExactly(new double[] {0, 2, 0, -1, 0, 1, 0, 1, 0, 0}, within(1e-6));
  }

  @Test
  void unicodeTokensAreNormalizedAndIdeographsStandAlone() {
    assertThat(Cut.UNICODE.tokens("\u6771\u4eac\u3067don\u2019t \uff21\uff22 e\u0301te\u0301, 5"))
        .containsExactly(
            "\u6771", "\u4eac", "\u3067", "don\u2019t", "AB", "\u00e9t\u00e9", ",", "5");
    assertThat(Cut.WORD.tokens("\u6771\u4eac e\u0301")).containsExactly("\u6771\u4eac", "e\u0301");
    assertThat(Cut.CHARACTERS.tokens("a\ud83d\ude00")).containsExactly("a", "\ud83d\ude00");
  }

  @Test
  void whatCannotBePreparedIsTold() throws IOException {
    Workspace workspace =
        new Workspace(folder)
            .with("train.csv", "x,s,b,d,label\n1,1 2,yes,2012-01-01,0\n2,3,no,2012-01-01,1\n")
            .with("test.csv", "x,s,b,d,label\n-1,-5,maybe,2012-13-01,0\n1,-1,yes,soon,0\n");
    Golden.matches(
        "data/no-truth-no-date",
        workspace.refusal(
            SIDES
                + LABEL
                + "fields.f { kind = static, numeric = [x], booleans = [b], dates = [d] }"));
    Golden.matches(
        "data/no-logarithm",
        workspace.refusal(
            SIDES
                + LABEL
                + """
                fields.x { kind = static, numeric = [x], scaling = log1p }
                fields.s { kind = series, channels = [s], scaling = log1p }
                """));
    Golden.matches(
        "data/no-logarithm-of-a-target",
        workspace.refusal(
            SIDES
                + "fields.d { kind = static, category = [d] }\n"
                + "target { kind = regression, column = x, scaling = log1p }"));
  }

  @Test
  void validationAndTestRowsChangeNoFittedValue() {
    long seed = Long.getLong("braid.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (String scaling : new String[] {"standard", "min-max", "robust", "log1p", "none"}) {
      for (String missing : new String[] {"mean", "median", "zero", "constant"}) {
        String settings = ", scaling = " + scaling + ", missing = " + missing + ", constant = 3";
        String fields =
            """
            fields.t { kind = text, column = t, tokenizer = unicode, min-count = 2 }
            fields.f { kind = static, numeric = [x], category = [c], booleans = [b], dates = [d]
              min-count = 3 %s }
            fields.s { kind = series, channels = [s], observed = true %s }
            """
                .formatted(settings, settings);
        String train = mixed(random, 30, 1);
        String one = fitted(train, mixed(random, 20, 1), fields);
        String other = fitted(train, mixed(random, 40, 1000), fields);
        assertThat(other).as("again with -Dbraid.test.seed=" + seed).isEqualTo(one);
      }
    }
  }

  private String fitted(String train, String test, String fields) {
    FittedFeatures features = prepare(train, test, fields).features();
    String json = FeaturesJson.write(features);
    assertThat(FeaturesJson.read(json)).isEqualTo(features);
    return json;
  }

  private static String mixed(Random random, int count, int scale) {
    StringBuilder text = new StringBuilder("t,x,c,b,d,s,label\nw,1,a,1,2012-01-01,1 2,0\n");
    for (int i = 0; i < count; i++) {
      boolean lacks = random.nextInt(5) == 0;
      text.append('w').append(random.nextInt(5 * scale)).append(',');
      text.append(lacks ? "" : random.nextInt(50 * scale));
      text.append(",c").append(random.nextInt(4 * scale));
      text.append(lacks ? ",," : ",yes,");
      text.append(
          lacks ? "" : (2000 + random.nextInt(99)) + "-0" + (1 + random.nextInt(9)) + "-11");
      text.append(',').append(random.nextInt(9 * scale)).append(lacks ? "" : " 3 4");
      text.append(',').append(i % 2).append('\n');
    }
    return text.toString();
  }
}
