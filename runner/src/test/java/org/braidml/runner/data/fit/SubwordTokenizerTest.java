package org.braidml.runner.data.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.runner.data.config.Truncate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of Hugging Face's own Python package; see src/test/golden/subwords.py. */
final class SubwordTokenizerTest {

  private static final Path FOLDER = Path.of("src/test/resources/subwords");
  private static final int ALL = 100_000;

  private static SubwordTokenizer tokenizer(String name) throws IOException {
    return SubwordTokenizer.of(Files.readString(FOLDER.resolve(name + ".json")));
  }

  private static JsonNode golden() throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("golden.json").toFile());
  }

  private static int[] ids(JsonNode ids) {
    return IntStream.range(0, ids.size()).map(i -> ids.get(i).asInt()).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wordpiece", "bytes-bpe", "unigram"})
  void idsAreThoseOfThePythonPackage(String name) throws IOException {
    SubwordTokenizer tokenizer = tokenizer(name);
    JsonNode golden = golden();
    JsonNode expected = golden.get(name);
    assertThat(tokenizer.vocabulary()).hasSize(expected.get("size").asInt());
    for (int i = 0; i < golden.get("texts").size(); i++) {
      String text = golden.get("texts").get(i).asText();
      assertThat(tokenizer.ids(text, true, ALL, Truncate.RIGHT))
          .as(text)
          .containsExactly(ids(expected.get("special").get(i)));
      assertThat(tokenizer.ids(text, false, ALL, Truncate.RIGHT))
          .as(text)
          .containsExactly(ids(expected.get("plain").get(i)));
    }
  }

  /**
   * [CLS] has the id 2, [SEP] the id 3; the text between them is cut, on the side that is asked.
   */
  @Test
  void specialTokensStayWhereTheTextIsCut() throws IOException {
    SubwordTokenizer tokenizer = tokenizer("wordpiece");
    int[] whole = tokenizer.ids("a lovely soft dress", false, ALL, Truncate.RIGHT);
    int[] right = tokenizer.ids("a lovely soft dress", true, 5, Truncate.RIGHT);
    int[] left = tokenizer.ids("a lovely soft dress", true, 5, Truncate.LEFT);
    assertThat(whole).hasSizeGreaterThan(3);
    assertThat(right).containsExactly(2, whole[0], whole[1], whole[2], 3);
    int end = whole.length;
    assertThat(left).containsExactly(2, whole[end - 3], whole[end - 2], whole[end - 1], 3);
    assertThat(tokenizer.ids("a lovely soft dress", false, 2, Truncate.LEFT))
        .containsExactly(whole[end - 2], whole[end - 1]);
  }

  @Test
  void manyThreadsShareOneTokenizer() throws IOException {
    SubwordTokenizer tokenizer = tokenizer("unigram");
    int[] alone = tokenizer.ids("awful colour, lovely fit", true, ALL, Truncate.RIGHT);
    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> tokenizer.ids("awful colour, lovely fit", true, ALL, Truncate.RIGHT))
                .allMatch(ids -> Arrays.equals(ids, alone)))
        .isTrue();
  }

  @Test
  void itSaysWhatItAdds() throws IOException {
    assertThat(tokenizer("wordpiece").told(true))
        .isEqualTo("120 tokens of a WordPiece tokenizer; [CLS] before and [SEP] behind each text");
    assertThat(tokenizer("wordpiece").told(false))
        .isEqualTo("120 tokens of a WordPiece tokenizer; special tokens are left out");
    assertThat(tokenizer("bytes-bpe").told(true))
        .isEqualTo("300 tokens of a BPE tokenizer; it adds no special tokens");
  }

  @Test
  void whatIsNoTokenizerIsRefused() {
    Stream.of("", "[1", "{}", "{\"model\":{\"vocab\":{}}}", "{\"model\":{\"vocab\":{\"a\":\"b\"}}}")
        .forEach(
            text ->
                assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> SubwordTokenizer.of(text)));
  }
}
