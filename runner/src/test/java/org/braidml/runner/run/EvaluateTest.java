package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.io.TempDir;

/** A run is measured again by what its bundle learnt, whatever training rows hold by then. */
final class EvaluateTest {

  private static final Path WORDPIECE = Path.of("src/test/resources/subwords/wordpiece.json");

  /** Parts of words beside the words: what must not be read again, and what not be fitted. */
  private static final String[] PARTS = {
    "data.fields.parts={kind=tokens, column=Review, tokenizer=tokenizer.json, max-length=20}",
    "model.inputs.parts={type=embedding, size=3}",
    "model.encoders.parts={type=mean-embedding}"
  };

  @TempDir Path folder;

  @EachEngine
  void anotherTrainingRowAndALostTokenizerChangeNoNumber(String engine) throws IOException {
    Shop shop = new Shop(folder);
    Files.copy(WORDPIECE, folder.resolve("tokenizer.json"));
    RunDirectory run = shop.train(shop.file, engine, PARTS);
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
    String before = shop.out;
    assertThat(before).contains("24 test rows", "roc-auc");

    change(shop, run, "train", "zebra ".repeat(500).strip(), "9900");
    RunDirectory other = shop.train(shop.file, engine, "training.epochs=1");
    assertThat(other.bundle().resolve("features.json")).content().contains("\"zebra\", \"a\"");
    Files.delete(folder.resolve("tokenizer.json"));
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
    assertThat(shop.out).isEqualTo(before);

    change(shop, run, "test", "a lovely dress", "9900");
    assertThat(shop.braid("evaluate", run.path().toString())).isEqualTo(2);
    assertThat(shop.err.replaceAll("\n +", " ")).contains("the test rows now hold other values");
  }

  /** Changes words and age of the first row of a side; its shop and label stay. */
  private static void change(Shop shop, RunDirectory run, String side, String words, String age)
      throws IOException {
    JsonNode row = Json.read(run.split()).path(side).get(0);
    List<String> lines = new ArrayList<>(Files.readAllLines(shop.folder.resolve("shop.csv")));
    int line = row.asInt() + 1;
    String rest = lines.get(line).replaceFirst("^\"[^\"]*\",[0-9]*,", "");
    lines.set(line, '"' + words + "\"," + age + "," + rest);
    shop.write("shop.csv", String.join("\n", lines) + "\n");
  }
}
