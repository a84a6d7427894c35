package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long text in consecutive pieces: the state is carried on, and the text continued. */
final class NextTokenRunTest {

  static final String EXPERIMENT =
      """
      data {
        source = "pieces.csv"
        split.column = side
        fields.text { kind = characters, column = text }
        target { kind = next-token, field = text, continued = true }
      }
      model {
        inputs.text { type = one-hot }
        encoders.text { type = gru, hidden-size = 24 }
        merger { type = concat }
        head { type = next-token, on = "states(text)" }
      }
      training {
        epochs = 20, batch-size = 4, shuffle = false, stateful = true, clip-norm = 1
        optimizer { type = adam, learning-rate = 2e-2 }
      }
      """;

  @TempDir Path folder;

  /** The text abbcbd abbcbd ... without blanks, in pieces of one length. */
  static String pieces(int count, int length) {
    StringBuilder text = new StringBuilder("text,side\n");
    for (int piece = 0; piece < count; piece++) {
      for (int t = 0; t < length; t++) {
        text.append("abbcbd".charAt((piece * length + t) % 6));
      }
      String side = piece < 0.8 * count ? "train" : piece < 0.9 * count ? "validation" : "test";
      text.append("," + side + "\n");
    }
    return text.toString();
  }

  /**
   * Pieces are two characters: what follows a b depends on the ones before it, of which a model
   * that starts anew at each piece knows too little.
   */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void theStateIsCarriedFromPieceToPiece(String engine) throws Exception {
    Shop shop = new Shop(folder);
    shop.write("pieces.csv", pieces(400, 2));
    Path file = shop.write("pieces.conf", EXPERIMENT);
    RunDirectory run = shop.train(file, engine);
    double carried = accuracy(run);
    RunDirectory alone = shop.train(file, engine, "training.stateful=false");
    assertThat(carried).isGreaterThan(0.95);
    assertThat(accuracy(alone)).isLessThan(0.9);
    int code =
        shop.braid(
            "generate",
            run.path().toString(),
            "--prompt",
            "abb",
            "--length",
            "9",
            "--temperature",
            "0");
    assertThat(code).as(shop.err).isZero();
    assertThat(shop.out).isEqualTo("abbcbdabbcbd" + System.lineSeparator());
  }

  private static double accuracy(RunDirectory run) throws Exception {
    var head = Json.read(run.path().resolve("report.json")).path("heads").get(0);
    assertThat(head.path("metrics").has("perplexity")).isTrue();
    return head.path("metrics").path("accuracy").asDouble();
  }

  @Test
  void oneSeedIsOneText() {
    Shop shop = new Shop(folder);
    shop.write("pieces.csv", pieces(200, 6));
    RunDirectory run =
        shop.train(shop.write("pieces.conf", EXPERIMENT), "PyTorch", "training.epochs=1");
    String first = generated(shop, run, "7");
    assertThat(generated(shop, run, "7")).isEqualTo(first).hasSize(64);
    assertThat(generated(shop, run, "8")).isNotEqualTo(first);
  }

  private static String generated(Shop shop, RunDirectory run, String seed) {
    int code =
        shop.braid(
            "generate",
            run.path().toString(),
            "--prompt",
            "abbc",
            "--length",
            "60",
            "--temperature",
            "2",
            "--seed",
            seed);
    assertThat(code).as(shop.err).isZero();
    return shop.out.stripTrailing();
  }

  @Test
  void whatCannotBeContinuedIsTold() throws Exception {
    Shop shop = new Shop(folder);
    RunDirectory run = shop.train(shop.file, "PyTorch", "training.epochs=1");
    assertThat(shop.braid("generate", run.path().toString(), "--prompt", "a")).isEqualTo(2);
    Golden.matches("messages/generate-no-head", shop.err);

    shop.write("pieces.csv", pieces(40, 6));
    Path file = shop.write("pieces.conf", EXPERIMENT);
    String convolution = "model.encoders.text={type=conv-lstm,padding=causal,max-pool=1}";
    RunDirectory convolved =
        shop.train(file, "PyTorch", "training.epochs=1", "training.stateful=false", convolution);
    assertThat(shop.braid("generate", convolved.path().toString(), "--prompt", "a")).isEqualTo(2);
    Golden.matches("messages/generate-no-carry", shop.err);

    assertThat(shop.braid("generate", convolved.path().toString(), "--prompt", "")).isEqualTo(2);
    Golden.matches("messages/generate-no-prompt", shop.err);

    int code =
        shop.braid(
            "train",
            file.toString(),
            "--runs",
            folder.resolve("refused").toString(),
            "--set",
            convolution);
    assertThat(code).isEqualTo(2);
    Golden.matches("messages/stateful-no-carry", shop.err.replace(folder.toString(), "<folder>"));
    String bidirectional = "model.encoders.text.bidirectional=true";
    code = shop.braid("check", file.toString(), "--set", bidirectional);
    assertThat(code).isEqualTo(2);
    Golden.matches(
        "messages/next-token-sees-ahead", shop.err.replace(folder.toString(), "<folder>"));
    code = shop.braid("check", file.toString(), "--set", "training.shuffle=true");
    assertThat(code).isEqualTo(2);
    Golden.matches("messages/stateful-shuffled", shop.err.replace(folder.toString(), "<folder>"));
  }
}
