package org.braidml.runner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.run.Attention;
import org.braidml.testkit.EachEngine;

/** What deletion shows of models whose attention is known. */
final class DeletionCheckTest {

  private static final int ROWS = 20;

  @EachEngine
  void theWordThatIsLookedAtHasTheWeight(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ModelBlock model = OneWord.model(manager, "binary");
      Reading reading = Reading.of(model, manager, OneWord.row(0, 6, 4));
      assertThat(reading.weights()).containsOnlyKeys("text");
      float[] weights = weights(model, manager, OneWord.row(0, 6, 4));
      assertThat(weights).hasSize(6);
      assertThat(weights[4]).isGreaterThan(0.99f);
      assertThat(manager.getManagedArrays()).hasSameSizeAs(parameters(model));
    }
  }

  @EachEngine
  void withoutTheAttendedWordTheProbabilityMoves(String engine) {
    Attention.Check check = check(engine, "binary", true);
    assertThat(check.classes()).isTrue();
    assertThat(check.rows()).isEqualTo(ROWS);
    assertThat(check.most()).isCloseTo(1 / (1 + Math.exp(-5)) - 0.5, within(1e-3));
    assertThat(check.least()).isZero();
    assertThat(check.random()).isBetween(0.2 * check.most() / 2, 0.2 * check.most() * 2);
    assertThat(check.low()).isPositive().isLessThan(check.high());
  }

  @EachEngine
  void aNumberMovesInItsUnit(String engine) {
    Attention.Check check = check(engine, "regression", true);
    assertThat(check.classes()).isFalse();
    assertThat(check.most()).isCloseTo(5, within(1e-2));
    assertThat(check.low()).isPositive();
  }

  /** A score of 5 is a count of exp 5; without the word it is exp 0. */
  @EachEngine
  void aCountMovesAsANumber(String engine) {
    Attention.Check check = check(engine, "count", true);
    assertThat(check.classes()).isFalse();
    assertThat(check.most()).isCloseTo(Math.exp(5) - 1, within(1.0));
  }

  /** Weights that point elsewhere than the model looks: the check must not call them reasons. */
  @EachEngine
  void weightsThatPointElsewhereAreNotShownToMatter(String engine) {
    Attention.Check check = check(engine, "binary", false);
    assertThat(check.most()).isZero();
    assertThat(check.low()).isNotPositive();
  }

  @EachEngine
  void rowsOfFewerThanFiveStepsSayNothing(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      DeletionCheck check =
          DeletionCheck.of(OneWord.model(manager, "binary"), manager).orElseThrow();
      for (int row = 0; row < 3; row++) {
        check.add(OneWord.row(row, 4, 1), "text", List.of(0.1, 0.7, 0.1, 0.1));
      }
      assertThat(check.result()).isEmpty();
      check.add(OneWord.row(3, 5, 1), "text", List.of(0.1, 0.6, 0.1, 0.1, 0.1));
      assertThat(check.result()).as("one row has no interval").isEmpty();
    }
  }

  @EachEngine
  void aPoolingThatWeighsNothingHasNoWeights(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ModelBlock model = OneWord.model(manager, "binary", "pooling { type = mean }");
      assertThat(Reading.of(model, manager, OneWord.row(0, 6, 4)).weights()).isEmpty();
    }
  }

  private static Attention.Check check(String engine, String head, boolean honest) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ModelBlock model = OneWord.model(manager, head);
      DeletionCheck check = DeletionCheck.of(model, manager).orElseThrow();
      for (int row = 0; row < ROWS; row++) {
        Batch one = OneWord.row(row, 5, row % 5);
        List<Double> weights = new ArrayList<>();
        for (float weight : weights(model, manager, one)) {
          weights.add(honest ? (double) weight : 1 - weight);
        }
        check.add(one, "text", weights);
      }
      return check.result().orElseThrow();
    }
  }

  private static float[] weights(ModelBlock model, NDManager manager, Batch one) {
    return Reading.of(model, manager, one).weights().getOrDefault("text", new float[1][0])[0];
  }

  private static List<String> parameters(ModelBlock model) {
    return List.copyOf(ParameterPaths.of(model).keySet());
  }
}
