package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.typesafe.config.Config;
import java.util.Map;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.junit.jupiter.api.Test;

/** Lookup tables of which a step changes only the rows that it read. */
class SparseRowsTest {

  /** A sparse table beside a layer: something else takes a gradient as usual. */
  private static final class Words extends TypedBlock {
    final Lookup lookup;
    final Linear linear;

    Words(int vocabulary, int width) {
      lookup = child("lookup", Lookup.sparse(vocabulary, width));
      linear = child("linear", new Linear(width, 1));
    }
  }

  private static Words words(Scope scope, DataType type, int vocabulary, int width) {
    return scope.initialized(new Words(vocabulary, width), type, 1);
  }

  private static double[] table(Words words) {
    return HostArrays.toDoubles(Scope.in(ParameterPaths.values(words), "lookup.weight"));
  }

  /** Takes a pass; its loss is the sum of the rows times the coefficients. */
  private static void pass(
      Scope scope, Words words, SparseRows rows, long[] ids, double[] coefficients) {
    try (NDManager batch = scope.manager.newSubManager()) {
      NDArray asked = batch.create(ids);
      DataType type = words.lookup.getParameters().valueAt(0).getArray().getDataType();
      Shape shape = new Shape(ids.length, words.lookup.width());
      NDArray times = HostArrays.create(batch, coefficients, shape, type);
      Pass pass = scope.training().reading(rows);
      Gradients.backward(
          words,
          () -> {
            NDArray found = words.lookup.forward(pass, asked);
            return found
                .mul(times)
                .sum()
                .add(Scalars.mul(words.linear.forward(pass, found).sum(), 0));
          });
      rows.keep();
    }
  }

  private static void step(
      Scope scope, Words words, Optimizer adam, double rate, long[] ids, double[] coefficients) {
    try (SparseRows rows = new SparseRows()) {
      pass(scope, words, rows, ids, coefficients);
      adam.step(words, rate);
      rows.update(words, adam, rate);
    }
  }

  @OnBothEngines
  void stepsAreThoseOfSparseAdam(String engine) {
    Config golden = Golden.read("sparse-rows");
    int vocabulary = golden.getInt("vocabulary");
    int width = golden.getInt("width");
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (Scope scope = new Scope(engine);
          Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
        Words words = words(scope, type, vocabulary, width);
        ParameterPaths.assign(words, Map.of("lookup.weight", Golden.doubles(golden, "start")));
        for (Config step : golden.getConfigList("steps")) {
          long[] ids = step.getLongList("ids").stream().mapToLong(Long::longValue).toArray();
          step(
              scope,
              words,
              adam,
              step.getDouble("rate"),
              ids,
              Golden.doubles(step, "coefficients"));
          assertThat(table(words))
              .as("after step %d", adam.steps())
              .containsExactly(
                  Golden.doubles(step, "table"), within(type == DataType.FLOAT32 ? 2e-6 : 2e-7));
        }
      }
    }
  }

  @OnBothEngines
  void rowsThatNoIdNamesStayBitForBit(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      Words words = words(scope, DataType.FLOAT32, 50, 4);
      double[] before = table(words);
      for (int i = 0; i < 3; i++) {
        step(scope, words, adam, 1e-2, new long[] {7, 3, 7}, Scope.random(i, 12));
      }
      double[] after = table(words);
      for (int k = 0; k < after.length; k++) {
        boolean read = k / 4 == 3 || k / 4 == 7;
        assertThat(after[k] == before[k]).as("row %d", k / 4).isEqualTo(!read);
      }
    }
  }

  @OnBothEngines
  void gradientsOfSeveralPassesAddUp(String engine) {
    double[] together;
    double[] inParts;
    long[] ids = {1, 4, 1, 2};
    double[] coefficients = {1, 2, -3, 4, 5, 6, -7, 8};
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      Words words = words(scope, DataType.FLOAT64, 6, 2);
      step(scope, words, adam, 1e-2, ids, coefficients);
      together = table(words);
    }
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      Words words = words(scope, DataType.FLOAT64, 6, 2);
      SparseRows rows = new SparseRows();
      pass(scope, words, rows, new long[] {1, 4}, new double[] {1, 2, -3, 4});
      pass(scope, words, rows, new long[] {1, 2}, new double[] {5, 6, -7, 8});
      adam.step(words, 1e-2);
      rows.update(words, adam, 1e-2);
      inParts = table(words);
    }
    assertThat(inParts).containsExactly(together, within(1e-12));
  }

  /** Rows 3 and 4 are 3 and 4 long, the other gradients 0: the norm is 5. */
  @OnBothEngines
  void theNormOfTheGradientsHasThemToo(String engine) {
    try (Scope scope = new Scope(engine)) {
      Words words = words(scope, DataType.FLOAT64, 6, 1);
      SparseRows rows = new SparseRows();
      pass(scope, words, rows, new long[] {3, 4}, new double[] {3, 4});
      assertThat(Gradients.clipByGlobalNorm(words, 1, rows)).isCloseTo(5, within(1e-12));
      assertThat(rows.squares()).isCloseTo(1, within(1e-5));
    }
  }

  @OnBothEngines
  void aTableWhoseGradientIsNotFiniteIsNamed(String engine) {
    try (Scope scope = new Scope(engine)) {
      Words words = words(scope, DataType.FLOAT32, 6, 1);
      SparseRows rows = new SparseRows();
      pass(scope, words, rows, new long[] {3, 4}, new double[] {3, 4});
      assertThat(rows.notFinite(words)).isEmpty();
      pass(scope, words, rows, new long[] {1}, new double[] {Double.NaN});
      assertThat(rows.norm()).isNaN();
      assertThat(rows.notFinite(words)).contains("lookup.weight");
    }
  }

  @OnBothEngines
  void aRestoredOptimizerGoesOnBitForBit(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0);
        Adam later = new Adam(0.9, 0.999, 1e-8, 0)) {
      Words words = words(scope, DataType.FLOAT32, 9, 3);
      Words again = words(scope, DataType.FLOAT32, 9, 3);
      for (int i = 0; i < 4; i++) {
        step(scope, words, adam, 1e-2, new long[] {i, 5}, Scope.random(i, 6));
      }
      ParameterPaths.restore(again, ParameterPaths.values(words), scope.manager);
      later.restore(adam.state(), adam.steps());
      step(scope, words, adam, 1e-2, new long[] {2, 8}, Scope.random(9, 6));
      step(scope, again, later, 1e-2, new long[] {2, 8}, Scope.random(9, 6));
      assertThat(table(again)).containsExactly(table(words));
    }
  }

  @OnBothEngines
  void leavesNoArrayBehind(String engine) {
    try (Scope scope = new Scope(engine);
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      Words words = words(scope, DataType.FLOAT32, 9, 3);
      step(scope, words, adam, 1e-2, new long[] {2, 8}, Scope.random(1, 6));
      int before = scope.manager.getManagedArrays().size();
      for (int i = 0; i < 20; i++) {
        step(scope, words, adam, 1e-2, new long[] {i % 9, 8}, Scope.random(i, 6));
      }
      assertThat(scope.manager.getManagedArrays()).hasSize(before);
    }
  }

  @OnBothEngines
  void aPassThatKeepsNoRowsIsRefused(String engine) {
    try (Scope scope = new Scope(engine)) {
      Words words = words(scope, DataType.FLOAT32, 9, 3);
      assertThatThrownBy(() -> words.lookup.forward(scope.training(), scope.ids(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this pass does not train the rows of sparse lookup tables");
      assertThat(words.lookup.forward(scope.evaluation(), scope.ids(1)).getShape())
          .isEqualTo(new Shape(1, 3));
    }
  }

  @Test
  void rulesThatReachEveryRowAreRefused() {
    try (Scope scope = new Scope("PyTorch");
        Adam decay = new Adam(0.9, 0.999, 1e-8, 0.1);
        Sgd sgd = new Sgd(0, 0)) {
      NDArray any = scope.array(new Shape(1, 1), 1);
      assertThatThrownBy(() -> decay.stepRows("x", any, scope.ids(0), any, 1))
          .hasMessage("weight decay changes every row of a table");
      assertThatThrownBy(() -> sgd.stepRows("x", any, scope.ids(0), any, 1))
          .hasMessage("Sgd has no rule for some rows of a table");
    }
  }
}
