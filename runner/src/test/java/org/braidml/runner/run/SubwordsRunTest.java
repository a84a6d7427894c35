package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field of tokens, from its tokenizer to a prediction without it. */
final class SubwordsRunTest {

  static final Path WORDPIECE = Path.of("src/test/resources/subwords/wordpiece.json");
  static final String NO_TEXT = "data.fields.review=null";
  static final String TOKENS =
      "data.fields.review={kind=tokens, column=Review, tokenizer=tokenizer.json, max-length=20}";

  @TempDir Path folder;
  private Shop shop = new Shop(Path.of(System.getProperty("java.io.tmpdir")));

  @BeforeEach
  void open() throws IOException {
    shop = new Shop(folder);
    Files.copy(WORDPIECE, folder.resolve("tokenizer.json"));
  }

  @EachEngine
  void aBundlePredictsWithoutTheFile(String engine) throws IOException {
    RunDirectory run = shop.train(shop.file, engine, NO_TEXT, TOKENS);
    assertThat(shop.out)
        .contains(
            "note: review: 120 tokens of a WordPiece tokenizer; [CLS] before and [SEP] behind");
    RunDirectory again = shop.train(shop.file, engine, NO_TEXT, TOKENS);
    assertThat(again.bundle().resolve("parameters.safetensors"))
        .hasSameBinaryContentAs(run.bundle().resolve("parameters.safetensors"));
    assertThat(FlatFacts.flatten(Json.map(Files.readString(run.environment()))))
        .containsEntry("tokenizers.review.sha-256", Sha256.of(WORDPIECE));
    assertThat(shop.braid("evaluate", run.path().toString())).as(shop.err).isZero();
    Files.delete(folder.resolve("tokenizer.json"));
    Path rows = folder.resolve("shop.csv");
    Path out = folder.resolve("out.csv");
    String[] predict = {
      "predict", run.path().toString(), "--in", rows.toString(), "--out", out.toString()
    };
    assertThat(shop.braid(predict)).as(shop.err).isZero();
    assertThat(out).content().hasLineCount(121);
  }

  @Test
  void filesThatAreNoTokenizersAreRefused() throws IOException {
    StringBuilder told = new StringBuilder();
    told.append(refused("no file of this name", "tokenizer=none.json"));
    shop.write("vocab.json", "{\"a\": 0, \"dress\": 1}");
    told.append(refused("another kind of file", "tokenizer=vocab.json"));
    shop.write("cut.json", Files.readString(WORDPIECE).substring(0, 900));
    told.append(refused("cut short", "tokenizer=cut.json"));
    shop.write("odd.json", "{\"model\": {\"type\": \"Odd\", \"vocab\": {\"a\": 0}}}");
    told.append(refused("a model that the library does not know", "tokenizer=odd.json"));
    told.append(refused("no room beside special tokens", "max-length=2"));
    Golden.matches("messages/subwords", told.toString());
  }

  private String refused(String title, String set) {
    return shop.refused(title, shop.file, NO_TEXT, TOKENS, "data.fields.review." + set);
  }
}
