package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid init} makes of columns of lists, and of what only looks like one. */
final class InitListsTest {

  @TempDir private Path folder;

  private static String row(int i) {
    boolean bought = i * i % 7 % 2 == 1;
    String pages =
        IntStream.rangeClosed(0, i % 4)
            .mapToObj(k -> "\"page %d\"".formatted((i + k) % 13))
            .collect(Collectors.joining(", "));
    String load =
        IntStream.range(0, 200 + i)
            .mapToObj(t -> t == 3 ? "null" : String.valueOf((bought ? 2 : 1) * (t * i % 5)))
            .collect(Collectors.joining(", "));
    return """
        {"visited": ["home", %s], "load": [%s], "note": "[staff] so-so; %d: why? (no.)",\
         "bought": "%s"}
        """
        .formatted(pages, load, i, bought ? "yes" : "no");
  }

  @Test
  void listsOfWordsAreWordsOfNumbersSeriesAndTextsInBracketsTexts() throws IOException {
    String rows = IntStream.range(0, 60).mapToObj(InitListsTest::row).collect(Collectors.joining());
    Session session = new Session(folder).with("visits.jsonl", rows);
    FirstFile.of(session).writes("init-lists", "visits.jsonl", "--target", "bought");
    FirstFile.of(session).trains("training.epochs=1");
    assertThat(session.braid("data", session.path("first.conf")).out())
        .contains("visited  list", "\"home | page ")
        .contains("2 to 5 elements, median 3");
  }
}
