package org.braidml.runner.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.braidml.api.Pass;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.runner.data.fit.Cut;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedTarget;
import org.braidml.runner.data.fit.FittedTokens;
import org.braidml.runner.train.CarriedState;

/**
 * Writes text with a model of the next token: reads a prompt at once, then draws one token after
 * another, each from the state that the one before left. Where the encoder that the head reads
 * leaves none, or its transforms read other tokens, the whole text is read again for each: the same
 * text, at the price of its length. Used by one thread.
 */
public final class TextGenerator {

  private final ModelBlock model;
  private final NDManager manager;
  private final HeadBox head;
  private final String field;
  private final FittedTokens tokens;

  /**
   * A generator.
   *
   * @param model with its parameters
   * @param features what the model was trained with
   * @param manager the parent of every step's manager
   * @throws ConfigurationException if no head predicts the next token, or the model reads more than
   *     that text
   */
  public TextGenerator(ModelBlock model, FittedFeatures features, NDManager manager) {
    this.model = model;
    this.manager = manager;
    this.head = head(model, features);
    this.field = head.target().stepsOf().orElseThrow();
    FittedField fitted = features.fields().get(field);
    if (!(fitted instanceof FittedTokens found) || model.layout().fields().size() > 1) {
      throw refused(
          "the model reads " + String.join(", ", model.layout().fields().keySet()),
          "a text can be continued by a model that reads this text alone");
    }
    this.tokens = found;
  }

  private static HeadBox head(ModelBlock model, FittedFeatures features) {
    for (HeadBox head : model.heads()) {
      FittedTarget target = features.targets().get(head.target().name());
      if (target != null && target.nextToken()) {
        return head;
      }
    }
    throw refused(
        "no head of this model predicts the next token",
        "train with target { kind = next-token } and a head of type next-token");
  }

  /**
   * Continues a prompt.
   *
   * @param prompt at least one token
   * @param length how many tokens are drawn
   * @param temperature what logits are divided by, above 0, or 0 for the most probable token
   * @param seed of the drawing
   * @return what was drawn, without the prompt
   */
  public String text(String prompt, int length, double temperature, long seed) {
    List<String> given = tokens.cut().tokens(tokens.lowercase() ? lower(prompt) : prompt);
    if (given.isEmpty()) {
      throw refused(
          tokens.cut() == Cut.LIST
              ? "the prompt is no JSON array of tokens"
              : "the prompt is empty",
          "give --prompt at least one token to start from");
    }
    SplittableRandom random = new SplittableRandom(seed);
    CarriedState carried = new CarriedState();
    List<String> drawn = new ArrayList<>();
    int[] unread = ids(given);
    while (drawn.size() < length) {
      float[] logits = read(unread, carried);
      int chosen = choose(logits, temperature, random);
      drawn.add(head.target().classes().get(chosen));
      int[] before = carried.isEmpty() ? unread : new int[0];
      unread = Arrays.copyOf(before, before.length + 1);
      unread[before.length] = chosen + FittedTokens.UNKNOWN;
    }
    return String.join(spaced() ? " " : "", drawn);
  }

  /** Returns whether tokens are words, which stand apart. */
  public boolean spaced() {
    return tokens.cut() != Cut.CHARACTERS;
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private int[] ids(List<String> given) {
    return given.stream().mapToInt(tokens::id).toArray();
  }

  /** Reads tokens, keeps a state that tells of all, and returns what follows the last. */
  private float[] read(int[] ids, CarriedState carried) {
    try (NDManager scope = manager.newSubManager()) {
      FieldData data = new FieldData.Ids(ids, new int[] {ids.length}, ids.length);
      Batch batch = new Batch(1, new int[1], Map.of(field, data), Map.of());
      Pass pass = Pass.evaluation(new ParameterStore(scope, false));
      ModelBlock.Chunk chunk =
          model.forward(pass, model.layout().arrays(scope, batch), carried.on(scope, 1));
      if (chunk.carry().containsKey(head.statesOf().orElseThrow())) {
        carried.keep(chunk.carry());
        carried.advance();
      }
      NDArray scores = ModelBlock.scoresOf(head, chunk.scores());
      return scores.get("0, -1").toFloatArray();
    }
  }

  /** Draws from the softmax of the logits over the temperature; never the unknown token. */
  static int choose(float[] logits, double temperature, SplittableRandom random) {
    int best = 1;
    for (int k = 2; k < logits.length; k++) {
      best = logits[k] > logits[best] ? k : best;
    }
    if (temperature == 0) {
      return best;
    }
    double[] weights = new double[logits.length];
    double sum = 0;
    for (int k = 1; k < logits.length; k++) {
      weights[k] = Math.exp((logits[k] - logits[best]) / temperature);
      sum += weights[k];
    }
    double left = random.nextDouble() * sum;
    for (int k = 1; k < logits.length; k++) {
      left -= weights[k];
      if (left < 0) {
        return k;
      }
    }
    return best;
  }

  private static ConfigurationException refused(String what, String remedy) {
    return new ConfigurationException(
        "the run", List.of(Problem.at("generate").what(what).remedy(remedy).build()));
  }
}
