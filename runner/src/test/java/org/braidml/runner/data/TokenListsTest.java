package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.Golden;
import org.braidml.runner.data.fit.FittedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that are given as lists are read as they are: nothing is cut. */
final class TokenListsTest {

  private static final String ALL =
      """
      split { validation = 0, test = 0 }
      fields.words { kind = text, column = words, tokenizer = list, min-count = 1, max-length = 3 }
      """;
  private static final String WORDS = ALL + "target { kind = regression, column = y }\n";

  private static final List<List<String>> NEW_YORK =
      List.of(List.of("new york", "is", "big"), List.of(), List.of("big", "5"));

  @TempDir private Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  /** Returns the words of each training row, out of their ids. */
  private static List<List<String>> words(PreparedData data) {
    FittedText field = (FittedText) Objects.requireNonNull(data.features().fields().get("words"));
    int[] all = IntStream.range(0, data.train().size()).toArray();
    FieldData.Ids ids =
        (FieldData.Ids) Objects.requireNonNull(data.train().batch(all).fields().get("words"));
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < all.length; row++) {
      int first = row * ids.time();
      rows.add(
          IntStream.range(first, first + ids.lengths()[row])
              .mapToObj(place -> field.textOf(ids.ids()[place]))
              .toList());
    }
    return rows;
  }

  @Test
  void theElementsOfAJsonArrayAreTheWords() {
    workspace.with(
        "rows.csv",
        """
        words,y
        "[""New York"", ""is"", ""big"", ""too""]",1
        "[""BIG"", null, ""\\u00c4 b""]",2
        " [7, 7.5, true] ",3
        [],4
        ,5
        """);
    assertThat(words(workspace.prepare("source = rows.csv\n" + WORDS)))
        .containsExactly(
            List.of("new york", "is", "big"),
            List.of("big", "", "\u00e4 b"),
            List.of("7", "7.5", "true"),
            List.of(),
            List.of());
    String left = WORDS.replace("max-length = 3", "max-length = 3, truncate = left");
    String cased = left.replace("kind = text", "kind = text, lowercase = false");
    assertThat(words(workspace.prepare("source = rows.csv\n" + cased)).subList(0, 2))
        .containsExactly(List.of("is", "big", "too"), List.of("BIG", "", "\u00c4 b"));
  }

  @Test
  void listsOfJsonLinesOfParquetAndOfAQueryAreArrays() throws SQLException {
    workspace.with(
        "rows.jsonl",
        """
        {"words": ["New York", "is", "big"], "y": 1}
        {"words": [], "y": 2}
        {"words": ["big", 5], "y": 3}
        """);
    assertThat(words(workspace.prepare("source = rows.jsonl\n" + WORDS))).isEqualTo(NEW_YORK);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT ['New York', 'is', 'big'] AS words, 1 AS y UNION ALL SELECT [], 2"
              + " UNION ALL SELECT ['big', '5'], 3) TO '"
              + folder.resolve("rows.parquet")
              + "' (FORMAT parquet)");
    }
    assertThat(words(workspace.prepare("source = rows.parquet\n" + WORDS))).isEqualTo(NEW_YORK);
    workspace.with("rows.csv", "said,y\nNew York|is|big,1\n,2\nbig|5,3\n");
    String query =
        """
        source {
          path = rows.csv
          sql = "SELECT coalesce(string_split(said, '|'), []) AS words, y FROM source"
        }
        """;
    assertThat(words(workspace.prepare(query + WORDS))).isEqualTo(NEW_YORK);
  }

  @Test
  void listsOfNumbersOfAQueryAreSeries() {
    workspace.with("rows.csv", "a,b,y\n1,2,1\n3,,2\n5,6,3\n");
    PreparedData data =
        workspace.prepare(
            """
            source {
              path = rows.csv
              sql = "SELECT [a::DOUBLE, b::DOUBLE] AS s, [[a::INT, 0], [1, 1]] AS v, y FROM source"
            }
            split { validation = 0, test = 0 }
            fields.s { kind = series, channels = [s], scaling = none, missing = zero }
            fields.v { kind = vectors, column = v }
            target { kind = regression, column = y }
            """);
    var fields = data.train().batch(new int[] {0, 1, 2}).fields();
    assertThat(((FieldData.Values) Objects.requireNonNull(fields.get("s"))).values())
        .containsExactly(1, 2, 3, 0, 5, 6);
    assertThat(((FieldData.Values) Objects.requireNonNull(fields.get("v"))).values())
        .containsExactly(1, 0, 1, 1, 3, 0, 1, 1, 5, 0, 1, 1);
  }

  @Test
  void aListOfTagsStandsBesideAListOfWords() {
    workspace.with(
        "rows.jsonl",
        """
        {"words": ["New York", "is"], "tags": ["place", null]}
        {"words": ["I"], "tags": ["person"]}
        """);
    PreparedData data =
        workspace.prepare(
            "source = rows.jsonl\n"
                + ALL
                + "target { kind = per-step-multiclass, column = tags, field = words }\n");
    assertThat(data.train().target("target")).containsExactly(1, 0);
  }

  @Test
  void whatIsNoListIsRefusedOrLeftOut() throws IOException {
    String rows =
        """
        words,y
        "[""a"", ""b""]",1
        a b,2
        "[""a"", [""b""]]",3
        "[""a"", ""b""\",4
        "[""a""] b",5
        "[""b""]",6
        """;
    workspace.with("rows.csv", rows);
    Golden.matches("data/no-list", workspace.refusal("source = rows.csv\n" + WORDS));
    PreparedData data =
        workspace.prepare("source { path = rows.csv, on-bad-row = skip }\n" + WORDS);
    assertThat(data.refused())
        .extracting(row -> row.where() + " " + row.reason())
        .containsExactly(
            "rows.csv:3 which is no JSON array",
            "rows.csv:4 where [\"b\"] is no single value",
            "rows.csv:5 which begins as a JSON array and is not one",
            "rows.csv:6 which begins as a JSON array and is not one");
    assertThat(
            workspace.refusal(
                () ->
                    workspace
                        .pipeline()
                        .forPrediction(
                            data.features(),
                            Optional.empty(),
                            workspace.config("source = rows.csv\n" + WORDS).source())))
        .contains(
            "data.fields.words.column: column \"words\" holds \"a b\", which is no JSON array")
        .contains("at rows.csv:3");
  }
}
