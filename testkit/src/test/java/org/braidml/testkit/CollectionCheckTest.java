package org.braidml.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Scalars;

/** Memory of Java that PyTorch's graph reads, and that nothing keeps, is found. */
final class CollectionCheckTest {

  @EachEngine
  void numbersThatTheBatchOwnsOutliveACollection(String engine) {
    ProjectionContract contract =
        contract(x -> Scalars.div(Scalars.minimum(Scalars.mul(x, 3), 2), 1.5));
    assertThatCode(() -> contract.collectionsChangeNoGradient(engine)).doesNotThrowAnyException();
    assertThatCode(() -> contract.gradientsEqualDifferences(engine)).doesNotThrowAnyException();
  }

  @EachEngine
  void numberThatNobodyOwnsIsFoundOnPyTorch(String engine) {
    ProjectionContract contract = contract(x -> x.mul(3));
    if (engine.equals("PyTorch")) {
      assertThatThrownBy(() -> contract.collectionsChangeNoGradient(engine))
          .hasMessageContaining("a garbage collection between the forward and the backward pass")
          .hasMessageContaining("org.braidml.api.nn.Scalars");
    } else {
      assertThatCode(() -> contract.collectionsChangeNoGradient(engine)).doesNotThrowAnyException();
    }
  }

  private static ProjectionContract contract(UnaryOperator<NDArray> formula) {
    return new ProjectionContract() {
      @Override
      protected ProjectionBlock create(EncodingSpec input) {
        return new Formula(input.width(), formula);
      }
    };
  }

  /** A formula without parameters. */
  private static final class Formula extends ProjectionBlock {
    private final int width;
    private final UnaryOperator<NDArray> formula;

    Formula(int width, UnaryOperator<NDArray> formula) {
      this.width = width;
      this.formula = formula;
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public NDArray forward(Pass pass, NDArray encoding) {
      return formula.apply(encoding);
    }
  }
}
