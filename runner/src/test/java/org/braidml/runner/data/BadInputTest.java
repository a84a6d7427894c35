package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.api.config.ConfigurationException;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of docs/DATA.md: each kind of bad input, and what is said of it. */
final class BadInputTest {

  private static final String HEADER = "review,age,segment,label\n";
  private static final String SOURCE = "source = reviews.csv\n";
  private static final String DATES =
      """
      source = reviews.csv
      fields.f { kind = static, dates = [day] }
      target { kind = regression, column = y }
      """;
  private static final String LISTS =
      """
      source = reviews.csv
      fields.w { kind = text, column = w, tokenizer = list, min-count = 1 }
      target { kind = regression, column = y }
      """;
  private static final String SERIES =
      """
      source = reviews.csv
      fields.s { kind = series, channels = [s], delimiter = ";" }
      target { kind = regression, column = y }
      """;

  @TempDir Path folder;
  private final Map<String, String> said = new LinkedHashMap<>();

  private static String good() {
    return String.join(
        "",
        IntStream.range(0, 10)
            .mapToObj(i -> "good %d,%d,s%d,%d\n".formatted(i % 3, 20 + i, i % 2, i % 2))
            .toList());
  }

  private void reviews(String kind, String text) throws IOException {
    input(kind, SOURCE + Workspace.REVIEWS, text.getBytes(StandardCharsets.UTF_8));
  }

  private void input(String kind, String config, byte[] bytes) throws IOException {
    Files.write(folder.resolve("reviews.csv"), bytes);
    Workspace workspace = new Workspace(folder);
    try {
      PreparedData data = workspace.prepare(config);
      said.put(
          kind,
          data.split() + "\n" + String.join("", data.notes().stream().map(n -> n + "\n").toList()));
    } catch (ConfigurationException e) {
      said.put(kind, String.valueOf(e.getMessage()));
    }
  }

  @Test
  void eachKindHasItsRuleInTheManualAndItsMessage() throws IOException {
    reviews("A record with too few or too many values", HEADER + good() + "a,1\nb,2,s,1,5\n");
    reviews("A quote that is never closed", HEADER + "\"open,1,s1,1\n" + good());
    input(
        "Bytes of another character set",
        SOURCE + Workspace.REVIEWS,
        (HEADER + good() + "caf\u00e9,2,s1,1\n").getBytes(StandardCharsets.ISO_8859_1));
    reviews("A byte order mark", "\uFEFF" + HEADER + good());
    reviews(
        "Line ends, delimiters and quotes within quotes",
        HEADER + good() + "\"two\nlines, \"\"so\"\"\",1x,s1,1\n");
    reviews("NUL bytes", HEADER + good() + "a\0b,2,s1,1\nc,3\0,s1,1\n");
    reviews("An empty file", "");
    reviews("A header and no row", HEADER);
    reviews("A column that changes its type", HEADER + good() + "a,many,s1,1\nb,few,s1,1\n");
    reviews("A number with a comma", HEADER + good() + "a,\"1,5\",s1,1\n");
    reviews(
        "NaN, infinities, numbers that are too large",
        HEADER + good() + "a,NaN,s1,1\nb,-inf,s1,0\nc,1e39,s1,1\n");
    reviews("A number of more than 32 bits", HEADER + good() + "a,1e39,s1,1\n");
    input(
        "A date that is none",
        DATES,
        "day,y\n2012-02-28,1\n2012-02-31,2\n".getBytes(StandardCharsets.UTF_8));
    reviews("A target of one class", HEADER + "a,1,s1,0\nb,2,s1,0\nc,3,s1,0\n");
    reviews("A target that is missing", HEADER + good() + "a,1,s1,\n");
    Files.writeString(folder.resolve("test.csv"), HEADER + "a,1,s1,0\nb,2,s1,7\n");
    input(
        "A class that no training row has",
        "source { path = reviews.csv, test = test.csv }\n" + Workspace.REVIEWS,
        (HEADER + good()).getBytes(StandardCharsets.UTF_8));
    input(
        "A list that is cut, or goes on behind its end",
        LISTS,
        "w,y\n[1],1\n[],2\n\"[1,2\",3\n\"[1][2]\",4\n".getBytes(StandardCharsets.UTF_8));
    input(
        "A series without a step",
        SERIES + "split { validation = 0.2, test = 0.2 }\n",
        "s,y\n1;2,1\n,2\n3;4,3\n4;5,4\n1;1,5\n".getBytes(StandardCharsets.UTF_8));
    reviews("A text without a token", HEADER + good() + "  ,4,s1,1\n");
    reviews("No text with a token", HEADER + good().replaceAll("good .", ""));
    StringBuilder text = new StringBuilder();
    said.forEach(
        (kind, message) ->
            text.append("== ").append(kind).append('\n').append(message).append('\n'));
    Golden.matches("data/bad-input", text.toString().replace(folder.toString(), "<folder>"));
    List<String> manual = Files.readAllLines(Path.of("..", "docs", "DATA.md"));
    said.keySet()
        .forEach(
            kind ->
                assertThat(manual).as(kind).anyMatch(line -> line.startsWith("| " + kind + " |")));
  }
}
