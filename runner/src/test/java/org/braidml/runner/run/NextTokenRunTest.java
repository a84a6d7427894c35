package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.braidml.api.Pass;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Golden;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.fit.FittedTokens;
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

  private static final Registry REGISTRY =
      new Registry(Discovery.on(NextTokenRunTest.class.getClassLoader()).found());

  private static final String PROMPT = "abbc";

  /** Hands no state over. */
  private static final String CONVOLUTION =
      "model.encoders.text={type=conv-lstm,hidden-size=16,padding=causal,max-pool=1}";

  /** Hands a state over that does not tell of what the convolution reads again. */
  private static final String CONVOLVED =
      "model.encoders.text={type=lstm,hidden-size=16,"
          + "transforms=[{type=linear,size=8},{type=conv1d,filters=8,padding=causal}]}";

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
    assertThat(predicted(shop, run, pieces(4, 2))).isEqualTo(predicted(shop, run, pieces(40, 2)));
  }

  /** Predicts the first four pieces, as many as a batch of training has, of some. */
  private List<String> predicted(Shop shop, RunDirectory run, String pieces) throws Exception {
    Path out = folder.resolve("predicted.csv");
    String in = shop.write("in.csv", pieces).toString();
    int code = shop.braid("predict", run.path().toString(), "--in", in, "--out", out.toString());
    assertThat(code).as(shop.err).isZero();
    return Files.readAllLines(out).subList(0, 5);
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
    RunDirectory next = shop.train(file, "PyTorch", "training.epochs=1");
    assertThat(shop.braid("generate", next.path().toString(), "--prompt", "")).isEqualTo(2);
    Golden.matches("messages/generate-no-prompt", shop.err);
  }

  @Test
  void whatDoesNotGoOnIsRefusedBeforeTheFirstStep() throws Exception {
    Shop shop = new Shop(folder);
    String pieces = pieces(40, 6);
    shop.write("pieces.csv", pieces);
    Path file = shop.write("pieces.conf", EXPERIMENT);
    refused(shop, "stateful-shuffled", "check", file, "training.shuffle=true");
    refused(shop, "stateful-windowed", "check", file, CONVOLVED);
    refused(shop, "stateful-windowed", "train", file, CONVOLVED);
    refused(shop, "stateful-no-carry", "train", file, CONVOLUTION);
    shop.write("pieces.csv", pieces.replaceFirst("abbcbd,", "abbc,"));
    refused(shop, "stateful-unequal", "train", file, "training.drop-last=true");
  }

  /** Whatever the head: tags of every step are no protection of the answer. */
  @Test
  void whatFollowsIsNotReadBeforehand() throws Exception {
    Shop shop = new Shop(folder);
    Path file = shop.write("pieces.conf", EXPERIMENT);
    String bidirectional = "model.encoders.text.bidirectional=true";
    refused(shop, "next-token-sees-ahead", "check", file, bidirectional);
    String tags = "model.head.type=per-step-multiclass";
    refused(shop, "next-token-tags-see-ahead", "check", file, bidirectional, tags);
    assertThat(shop.braid("check", file.toString(), "--set", tags)).as(shop.err).isZero();
  }

  private void refused(Shop shop, String golden, String command, Path file, String... sets)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
    if (command.equals("train")) {
      arguments.addAll(List.of("--runs", folder.resolve("refused").toString()));
    }
    for (String set : sets) {
      arguments.addAll(List.of("--set", set));
    }
    assertThat(shop.braid(arguments.toArray(String[]::new))).as(shop.out).isEqualTo(2);
    Golden.matches("messages/" + golden, shop.err.replace(folder.toString(), "<folder>"));
  }

  /**
   * Drawn token by token, from a state or by reading all again, each token is the one that the text
   * read at once gives at its place. Temperature 0.1 makes small differences of logits large ones.
   */
  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void tokenByTokenIsTheTextReadAtOnce(String engine) {
    Shop shop = new Shop(folder);
    shop.write("pieces.csv", pieces(60, 12));
    Path file = shop.write("pieces.conf", EXPERIMENT);
    for (String encoder : List.of("model.encoders.text.layers=2", CONVOLVED, CONVOLUTION)) {
      RunDirectory run =
          shop.train(file, engine, "training.epochs=2", "training.stateful=false", encoder);
      try (SavedRun saved = SavedRun.open(run.path(), REGISTRY)) {
        ModelBlock model = saved.contents().model();
        FittedFeatures features = saved.contents().features();
        NDManager manager = saved.runtime().manager();
        String drawn = new TextGenerator(model, features, manager).text(PROMPT, 80, 0.1, 5);
        assertThat(drawn)
            .as(encoder)
            .hasSize(80)
            .isEqualTo(atOnce(model, features, manager, drawn));
      }
    }
  }

  /** Draws from what the model says at every place of the prompt and what was drawn after it. */
  private static String atOnce(
      ModelBlock model, FittedFeatures features, NDManager manager, String drawn) {
    FittedTokens tokens = (FittedTokens) Objects.requireNonNull(features.fields().get("text"));
    int[] ids = tokens.cut().tokens(PROMPT + drawn).stream().mapToInt(tokens::id).toArray();
    Batch batch =
        new Batch(
            1,
            new int[1],
            Map.of("text", new FieldData.Ids(ids, new int[] {ids.length}, ids.length)),
            Map.of());
    StringBuilder text = new StringBuilder();
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = Pass.evaluation(new ParameterStore(scope, false));
      HeadBox head = model.heads().get(0);
      NDArray scores =
          ModelBlock.scoresOf(head, model.forward(pass, model.layout().arrays(scope, batch)));
      SplittableRandom random = new SplittableRandom(5);
      for (int t = PROMPT.length() - 1; t < ids.length - 1; t++) {
        float[] logits = scores.get("0, " + t).toFloatArray();
        text.append(head.target().classes().get(TextGenerator.choose(logits, 0.1, random)));
      }
    }
    return text.toString();
  }
}
