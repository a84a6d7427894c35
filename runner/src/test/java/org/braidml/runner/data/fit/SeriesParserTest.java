package org.braidml.runner.data.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.braidml.runner.data.table.NumberColumn;
import org.junit.jupiter.api.Test;

final class SeriesParserTest {

  private static final String WRONG = "wrong: ";
  private static final JsonMapper TREE =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static String parsed(String text, String delimiter) {
    ParsedSeries series = new ParsedSeries();
    try {
      new SeriesParser(delimiter).parse(text, series);
    } catch (SeriesParser.WrongNumberException e) {
      return WRONG + e.text();
    }
    return IntStream.range(0, series.steps())
        .mapToObj(
            t ->
                IntStream.range(series.begin(t), series.begin(t + 1))
                    .mapToObj(series::number)
                    .toList())
        .toList()
        .toString();
  }

  @Test
  void numbersStandBetweenDelimiters() {
    assertThat(parsed(" 1;2.5; ;-3e1;", ";")).isEqualTo("[[1.0], [2.5], [NaN], [-30.0], [NaN]]");
    assertThat(parsed("1 \t 2\u000b3\n4", " ")).isEqualTo("[[1.0], [2.0], [3.0], [4.0]]");
    assertThat(parsed("1\t\t 2", "\t")).isEqualTo("[[1.0], [NaN], [2.0]]");
    assertThat(parsed("1--2--", "--")).isEqualTo("[[1.0], [2.0], [NaN]]");
    assertThat(parsed("  ", ";")).isEqualTo("[]");
    assertThat(parsed("1; two ;3", ";")).isEqualTo(WRONG + "two");
  }

  @Test
  void arraysAreReadAsAReaderOfAllJsonReadsThem() {
    Random random = new Random(11);
    String signs = "[[],,0123456789.-+eE \"nulltrue{:}";
    for (int i = 0; i < 40_000; i++) {
      StringBuilder text = new StringBuilder(json(random));
      for (int left = random.nextInt(3); left > 0; left--) {
        char sign = signs.charAt(random.nextInt(signs.length()));
        int at = 1 + random.nextInt(text.length());
        if (random.nextBoolean() && at < text.length()) {
          text.setCharAt(at, sign);
        } else {
          text.insert(at, sign);
        }
      }
      assertThat(parsed(text.toString(), " "))
          .as(text.toString())
          .isEqualTo(byTree(text.toString()));
    }
  }

  @Test
  void whatStandsBehindAnArrayIsRefused() {
    for (String text : List.of("[1,2][3,4]", "[1,2] junk", "[1,2] 3", "[1,2]]", "[\"1\"],2")) {
      assertThat(parsed(text, " ")).isEqualTo(WRONG + text);
    }
    assertThat(parsed(" [1, \"2\"]\n", " ")).isEqualTo("[[1.0], [2.0]]");
  }

  private static String json(Random random) {
    List<String> values = new ArrayList<>();
    for (int left = random.nextInt(5); left > 0; left--) {
      values.add(
          switch (random.nextInt(9)) {
            case 0 -> "null";
            case 1 -> " -0 ";
            case 2 -> String.valueOf(random.nextGaussian());
            case 3 -> random.nextInt(100) + "e" + (random.nextInt(90) - 45);
            case 4 -> "\"" + random.nextInt(9) + "\"";
            case 5 -> "[" + random.nextInt(9) + ", " + random.nextInt(9) / 8.0 + "]";
            case 6 -> "[]";
            case 7 -> String.valueOf(random.nextLong());
            default -> String.valueOf(random.nextInt(9));
          });
    }
    return values.toString();
  }

  private static String byTree(String text) {
    try {
      List<List<Double>> steps = new ArrayList<>();
      for (JsonNode step : TREE.readTree(text.strip())) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : step.isArray() ? step : List.of(step)) {
          if (!number.isNull() && !number.isValueNode()) {
            return WRONG + number;
          }
          String value = number.isNull() ? "" : number.asText();
          numbers.add(value.isEmpty() ? Double.NaN : NumberColumn.parse(value));
          if (!value.isEmpty() && numbers.get(numbers.size() - 1).isNaN()) {
            return WRONG + value;
          }
        }
        steps.add(numbers);
      }
      return steps.toString();
    } catch (JsonProcessingException e) {
      return WRONG + text.strip();
    }
  }
}
