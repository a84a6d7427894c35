package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Golden;
import org.braidml.runner.data.fit.FittedTokens;
import org.braidml.testkit.EachEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embeddings that start from a file of vectors, from that file to a prediction without it. */
final class WordVectorsRunTest {

  /** As GloVe writes: no heading. The last word is none of the reviews', and holds blanks. */
  static final String GLOVE =
      """
      lovely 1 2 3 4 5 6
      awful -1 -2.5 -3 -4 -5 -6e0
      dress 0.5 0.25 0.125 0 0 0
      . . . 9 9 9 9 9 9
      """;

  private static final String FILE = "model.inputs.review.vectors=words.txt";
  private static final String FROZEN = "model.inputs.review.trainable=false";

  @TempDir Path folder;
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void open() {
    shop = new Shop(folder);
    shop.write("words.txt", GLOVE);
  }

  /** The rows of a table of vectors, by word. */
  private record Vectors(float[] table, FittedTokens field) {

    static Vectors of(RunDirectory run) {
      Registry registry = new Registry(Discovery.on(Vectors.class.getClassLoader()).found());
      try (SavedRun saved = SavedRun.open(run.path(), registry)) {
        ModelBlock model = saved.contents().model();
        float[] table =
            Objects.requireNonNull(ParameterPaths.values(model).get(ModelBlock.tableOf("review")))
                .toFloatArray();
        Object field = saved.contents().features().fields().get("review");
        return new Vectors(table, (FittedTokens) Objects.requireNonNull(field));
      }
    }

    float[] of(String word) {
      int id = field.id(word);
      return Arrays.copyOfRange(table, id * 6, id * 6 + 6);
    }
  }

  @EachEngine
  void trainingLeavesFrozenVectorsAsTheFileHasThem(String engine) {
    Vectors frozen = Vectors.of(shop.train(shop.file, engine, FILE, FROZEN));
    assertThat(frozen.of("lovely")).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(frozen.of("awful")).containsExactly(-1, -2.5f, -3, -4, -5, -6);
    assertThat(frozen.of("dress")).containsExactly(0.5f, 0.25f, 0.125f, 0, 0, 0);
    assertThat(shop.out)
        .contains(
            "note: review: 3 of 8 words (37.5 %) have a vector in words.txt; 5 start at",
            "random: a, ");
  }

  /** Words without a vector start as they do without a file, and unknown words do. */
  @EachEngine
  void wordsWithoutAVectorStartAsUsual(String engine) {
    Vectors with = Vectors.of(shop.train(shop.file, engine, FILE, FROZEN));
    Vectors without = Vectors.of(shop.train(shop.file, engine, FROZEN));
    for (String word : List.of("a", "great", "soft", "torn", "scratchy", "not in the rows")) {
      assertThat(with.of(word)).as(word).isEqualTo(without.of(word));
    }
    assertThat(with.of("lovely")).isNotEqualTo(without.of("lovely"));
  }

  @EachEngine
  void aRunThatTrainsTheVectorsMovesThemAndRepeats(String engine) throws IOException {
    RunDirectory run = shop.train(shop.file, engine, FILE);
    RunDirectory again = shop.train(shop.file, engine, FILE);
    assertThat(Vectors.of(run).of("lovely")).isNotEqualTo(new float[] {1, 2, 3, 4, 5, 6});
    assertThat(again.bundle().resolve("parameters.safetensors"))
        .hasSameBinaryContentAs(run.bundle().resolve("parameters.safetensors"));
  }

  /**
   * The same vectors with the heading of word2vec, numbers padded with blanks, are the same run.
   */
  @EachEngine
  void aHeadingOfWord2vecChangesNothing(String engine) {
    shop.write("words.vec", "4 6\n" + GLOVE.replace("\n", " \n").replace(" 2 ", "\t2 "));
    RunDirectory run = shop.train(shop.file, engine, FILE);
    RunDirectory other = shop.train(shop.file, engine, "model.inputs.review.vectors=words.vec");
    assertThat(other.bundle().resolve("parameters.safetensors"))
        .hasSameBinaryContentAs(run.bundle().resolve("parameters.safetensors"));
  }

  @EachEngine
  void aBundlePredictsWithoutTheFile(String engine) throws IOException {
    RunDirectory run = shop.train(shop.file, engine, FILE, FROZEN);
    Map<String, String> facts = FlatFacts.flatten(Json.map(Files.readString(run.environment())));
    assertThat(facts.get("vectors.review.sha-256"))
        .isEqualTo(Sha256.of(GLOVE.getBytes(StandardCharsets.UTF_8)));
    Files.delete(folder.resolve("words.txt"));
    Path out = folder.resolve("out.csv");
    int code =
        shop.braid(
            "predict",
            run.path().toString(),
            "--in",
            folder.resolve("shop.csv").toString(),
            "--out",
            out.toString());
    assertThat(code).as(shop.err).isZero();
    assertThat(out).content().hasLineCount(121);
  }

  @Test
  void theRunKeepsTheWordsOfItsVocabularyAndTellsWhenTheyAreAltered() throws IOException {
    RunDirectory run = shop.train(shop.file, "PyTorch", FILE, "training.epochs=1");
    Path kept = run.files().resolve("vectors/review.txt");
    assertThat(Files.readAllLines(kept))
        .startsWith("3 6")
        .hasSize(4)
        .contains("awful -1.0 -2.5 -3.0 -4.0 -5.0 -6.0");
    Map<String, String> facts = FlatFacts.flatten(Json.map(Files.readString(run.environment())));
    assertThat(facts).containsEntry("vectors.review.kept-sha-256", Sha256.of(kept));
    Files.writeString(kept, Files.readString(kept).replace("-2.5", "-2.0"));
    assertThat(shop.braid("reproduce", run.path().toString())).isEqualTo(2);
    assertThat(shop.err.replaceAll("\n +", " "))
        .contains(kept + ": altered or cut short since the run began\n")
        .contains(
            "restore the file, whose SHA-256 was " + facts.get("vectors.review.kept-sha-256"));
    Files.delete(kept);
    assertThat(shop.braid("reproduce", run.path().toString())).isEqualTo(2);
    assertThat(shop.err.replaceAll("\n +", " ")).contains(kept + ": missing from the run\n");
    try (Stream<Path> runs = Files.list(run.path().resolveSibling(""))) {
      assertThat(runs).containsExactly(run.path());
    }
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    StringBuilder told = new StringBuilder();
    told.append(refused("no file of this name", "none.txt", null));
    told.append(refused("another size", "five.txt", "lovely 1 2 3 4 5\n"));
    told.append(refused("a line too short", "a.txt", GLOVE + "torn 1 2 3 4 5\n"));
    told.append(refused("a line too long", "a.txt", GLOVE + "torn 1 2 3 4 5 6 7\n"));
    told.append(refused("a line without a word", "a.txt", GLOVE + " 1 2 3 4 5 6\n"));
    told.append(refused("no number", "a.txt", GLOVE + "torn 1 2 x 4 5 6\n"));
    told.append(refused("not finite", "a.txt", GLOVE + "torn 1 2 NaN 4 5 6\n"));
    told.append(refused("a word twice", "a.txt", GLOVE + "awful 1 2 3 4 5 6\n"));
    told.append(refused("cut short", "a.txt", "5 6\n" + GLOVE));
    told.append(refused("no word known", "a.txt", "Lovely 1 2 3 4 5 6\n"));
    told.append(refused("empty", "a.txt", ""));
    told.append(refused("no vectors", "a.txt", "lovely great soft\n"));
    Golden.matches("messages/word-vectors", told.toString());
  }

  private String refused(String title, String name, @Nullable String text) {
    if (text != null) {
      shop.write(name, text);
    }
    return shop.refused(title, shop.file, "model.inputs.review.vectors=" + name);
  }
}
