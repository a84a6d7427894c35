package org.braidml.runner.data.fit;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.braidml.runner.data.config.Truncate;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer as a {@code tokenizer.json} of Hugging Face defines it, run by their own library.
 * What the file says of truncation and padding does not act: rows are cut and padded as all others.
 *
 * <p>The native part is loaded with the first text and freed with this object. Equal definitions
 * are equal. Safe for use by many threads.
 */
public final class SubwordTokenizer {

  /**
   * The library would fetch another build for a graphics card, which cutting text does not need.
   */
  private static final String FLAVOR = "RUST_FLAVOR";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String definition;
  private final String type;
  private final Vocabulary vocabulary;
  private @Nullable HuggingFaceTokenizer opened;

  private SubwordTokenizer(String definition, String type, Vocabulary vocabulary) {
    this.definition = definition;
    this.type = type;
    this.vocabulary = vocabulary;
  }

  /**
   * Reads a definition, without its native part.
   *
   * @param definition the text of a {@code tokenizer.json}
   * @throws IllegalArgumentException if it is none
   */
  @JsonCreator
  public static SubwordTokenizer of(String definition) {
    JsonNode root;
    try {
      root = MAPPER.readTree(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode model = root.path("model");
    SortedMap<Integer, String> tokens = new TreeMap<>();
    if (model.path("vocab").isArray()) {
      model.path("vocab").forEach(entry -> tokens.put(tokens.size(), entry.path(0).asText()));
    } else {
      model.path("vocab").properties().forEach(e -> tokens.put(e.getValue().asInt(-1), e.getKey()));
    }
    root.path("added_tokens")
        .forEach(token -> tokens.put(token.path("id").asInt(-1), token.path("content").asText()));
    if (tokens.isEmpty() || tokens.firstKey() < 0) {
      throw new IllegalArgumentException("no vocabulary of tokens and ids in model.vocab");
    }
    List<String> inOrder =
        IntStream.rangeClosed(0, tokens.lastKey())
            .mapToObj(id -> tokens.getOrDefault(id, ""))
            .toList();
    return new SubwordTokenizer(
        definition, model.path("type").asText("unnamed"), new Vocabulary(inOrder));
  }

  /** Returns the text of the file. */
  @JsonValue
  public String definition() {
    return definition;
  }

  /** Returns the tokens by id, added ones included; empty at an id that no token has. */
  public List<String> vocabulary() {
    return vocabulary;
  }

  /**
   * Returns the ids of a text.
   *
   * @param text any text
   * @param special whether the tokens that the tokenizer adds to every text stand there too
   * @param most how many ids there may be
   * @param truncate which end of the text is cut off; special tokens at its ends stay
   * @throws IllegalArgumentException if the tokenizer refuses the text
   */
  int[] ids(String text, boolean special, int most, Truncate truncate) {
    Encoding encoding = encoding(text, special);
    long[] ids = encoding.getIds();
    int extra = ids.length - most;
    int before = extra > 0 ? before(encoding) : 0;
    int behind = extra > 0 ? behind(encoding) : 0;
    int from = truncate == Truncate.LEFT ? before : ids.length - behind - extra;
    return IntStream.range(0, ids.length)
        .filter(i -> extra <= 0 || i < from || i >= from + extra)
        .map(i -> Math.toIntExact(ids[i]))
        .toArray();
  }

  /** Returns how many tokens are added before a text. */
  private static int before(Encoding encoding) {
    long[] added = encoding.getSpecialTokenMask();
    int count = 0;
    while (count < added.length && added[count] == 1) {
      count++;
    }
    return count;
  }

  private static int behind(Encoding encoding) {
    long[] added = encoding.getSpecialTokenMask();
    int count = 0;
    while (count < added.length && added[added.length - 1 - count] == 1) {
      count++;
    }
    return count;
  }

  /** Returns how many tokens are added to every text. */
  int added() {
    Encoding encoding = encoding("a", true);
    return before(encoding) + behind(encoding);
  }

  /** Returns what it is, and what it adds to every text, in a sentence. */
  String told(boolean special) {
    Encoding encoding = encoding("a", true);
    String[] tokens = encoding.getTokens();
    List<String> parts = new ArrayList<>();
    int before = before(encoding);
    int behind = behind(encoding);
    if (before > 0) {
      parts.add(String.join(" ", List.of(tokens).subList(0, before)) + " before");
    }
    if (behind > 0) {
      parts.add(
          String.join(" ", List.of(tokens).subList(tokens.length - behind, tokens.length))
              + " behind");
    }
    String added =
        parts.isEmpty()
            ? "it adds no special tokens"
            : special ? String.join(" and ", parts) + " each text" : "special tokens are left out";
    return String.format(
        java.util.Locale.ROOT, "%,d tokens of a %s tokenizer; %s", vocabulary.size(), type, added);
  }

  private Encoding encoding(String text, boolean special) {
    try {
      return opened().encode(text, special, false);
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalArgumentException("the tokenizer cannot be used: " + reason(e), e);
    }
  }

  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private synchronized HuggingFaceTokenizer opened() {
    HuggingFaceTokenizer found = opened;
    if (found == null) {
      if (System.getenv(FLAVOR) == null && System.getProperty(FLAVOR) == null) {
        System.setProperty(FLAVOR, "cpu");
      }
      try {
        found =
            HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8)),
                Map.of("truncation", "false", "padding", "false"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      opened = found;
    }
    return found;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubwordTokenizer tokenizer && tokenizer.definition.equals(definition);
  }

  @Override
  public int hashCode() {
    return definition.hashCode();
  }

  @Override
  public String toString() {
    return type + " tokenizer of " + vocabulary.size() + " tokens";
  }
}
