package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braidml.runner.data.fit.FeaturesJson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever validation and test rows hold, how many they are, in how many files they stand and which
 * of them are bad: fitted values and training examples stay the same, bit for bit.
 */
final class UnseenRowsTest {

  private static final List<String> COLUMNS =
      List.of("t", "x", "c", "b", "d", "s", "y", "w", "label");
  private static final List<String> SCALINGS =
      List.of("standard", "min-max", "robust", "log1p", "none");
  private static final List<String> MISSING = List.of("mean", "median", "zero", "constant");
  private static final List<String> FIRST =
      List.of("w", "1", "a", "yes", "2012-01-01", "1 2", "3", "1", "0");

  @TempDir Path folder;

  /** How a file holds rows. */
  enum Form {
    CSV("", "too,few", ","),
    TSV("", "too\tfew", "\t"),
    JSONL("{", "{\"t\": \"cut o", ", ");

    private final String bracket;
    private final String bad;
    private final String between;

    Form(String bracket, String bad, String between) {
      this.bracket = bracket;
      this.bad = bad;
      this.between = between;
    }

    String ending() {
      return "." + name().toLowerCase(Locale.ROOT);
    }

    String file(List<List<String>> rows) {
      String header = this == JSONL ? "" : String.join(between, COLUMNS) + '\n';
      return rows.stream().map(this::line).collect(Collectors.joining("\n", header, "\n"));
    }

    private String line(List<String> row) {
      if (row.isEmpty()) {
        return bad;
      }
      return this == JSONL
          ? IntStream.range(0, row.size())
              .mapToObj(i -> '"' + COLUMNS.get(i) + "\": " + json(COLUMNS.get(i), row.get(i)))
              .collect(Collectors.joining(between, bracket, "}"))
          : String.join(between, row);
    }

    /** Numbers as numbers, series as arrays, what is missing as null. */
    private static String json(String column, String value) {
      if (value.isEmpty()) {
        return "null";
      }
      return switch (column) {
        case "s" -> '[' + value.replace(" ", ", ") + ']';
        case "x", "y", "w", "label" -> value.equals("many") ? "\"many\"" : value;
        default -> '"' + value + '"';
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void theyChangeNothingThatIsLearnt(Form form) throws IOException {
    long seed = Long.getLong("braid.test.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      boolean skip = round % 2 == 1;
      String settings =
          ", scaling = %s, missing = %s, constant = 3"
              .formatted(
                  SCALINGS.get(random.nextInt(SCALINGS.size())),
                  MISSING.get(random.nextInt(MISSING.size())));
      List<List<String>> train = rows(random, 30, 1, skip);
      int files = round < 4 ? 1 : 2;
      PreparedData one = prepare(form, train, files, random, 1, settings, skip);
      PreparedData other = prepare(form, train, files, random, 1000, settings, skip);
      String again = "round %d; again with -Dbraid.test.seed=%d".formatted(round, seed);
      assertThat(FeaturesJson.write(other.features()))
          .as(again)
          .isEqualTo(FeaturesJson.write(one.features()));
      assertThat(other.train().size()).as(again).isEqualTo(31).isEqualTo(one.train().size());
      int[] all = IntStream.range(0, one.train().size()).toArray();
      assertThat(other.train().batch(all))
          .as(again)
          .usingRecursiveComparison()
          .isEqualTo(one.train().batch(all));
      assertThat(other.refused().isEmpty()).as(again).isEqualTo(!skip);
    }
  }

  /** Prepares rows of a form, the unseen ones drawn anew. */
  private PreparedData prepare(
      Form form,
      List<List<String>> train,
      int files,
      Random random,
      int scale,
      String settings,
      boolean skip)
      throws IOException {
    Workspace workspace = new Workspace(Files.createTempDirectory(folder, "rows"));
    write(workspace, form, "train", train, files);
    write(workspace, form, "validation", rows(random, 5 + random.nextInt(30), scale, skip), files);
    write(
        workspace,
        form,
        "test",
        rows(random, 5 + random.nextInt(30), scale, skip),
        1 + random.nextInt(3));
    return workspace.prepare(
        """
        source {
          path = "train*%1$s", validation = "validation*%1$s", test = "test*%1$s"
          on-bad-row = %2$s
        }
        weight = w
        fields.t { kind = text, column = t, tokenizer = unicode, min-count = 2 }
        fields.f { kind = static, numeric = [x], category = [c], booleans = [b], dates = [d]
          min-count = 3 %3$s }
        fields.s { kind = series, channels = [s], observed = true %3$s }
        targets {
          label { kind = binary, column = label }
          size { kind = regression, column = y }
        }
        """
            .formatted(form.ending(), skip ? "skip" : "fail", settings));
  }

  /** Writes rows into some files, as many into each. */
  private static void write(
      Workspace workspace, Form form, String side, List<List<String>> rows, int files) {
    for (int file = 0; file < files; file++) {
      int from = rows.size() * file / files;
      int to = rows.size() * (file + 1) / files;
      workspace.with(side + file + form.ending(), form.file(rows.subList(from, to)));
    }
  }

  /**
   * Returns made rows.
   *
   * @param good how many good ones beside the first, of both classes
   * @param scale how far numbers and names go
   * @param bad whether bad ones stand among them: no records, and records of which a value is none
   */
  private static List<List<String>> rows(Random random, int good, int scale, boolean bad) {
    List<List<String>> rows = new ArrayList<>(List.of(FIRST));
    for (int i = 0; i < good; i++) {
      rows.add(row(random, scale, "" + i % 2));
      if (bad && i % 4 == 3) {
        rows.add(List.of());
        rows.add(row(random, scale, ""));
        List<String> none = new ArrayList<>(row(random, scale, "1"));
        none.set(COLUMNS.indexOf("x"), "many");
        rows.add(none);
      }
    }
    return rows;
  }

  private static List<String> row(Random random, int scale, String label) {
    boolean lacks = random.nextInt(5) == 0;
    return List.of(
        "w" + random.nextInt(5 * scale),
        lacks ? "" : "" + random.nextInt(50 * scale),
        "c" + random.nextInt(4 * scale),
        lacks ? "" : "yes",
        lacks ? "" : (2000 + random.nextInt(99)) + "-0" + (1 + random.nextInt(9)) + "-11",
        random.nextInt(9 * scale) + (lacks ? "" : " 3 4"),
        "" + random.nextInt(7 * scale),
        "" + (1 + random.nextInt(5 * scale)),
        label);
  }
}
