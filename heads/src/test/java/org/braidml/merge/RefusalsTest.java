package org.braidml.merge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.api.Pass;
import org.braidml.api.SpecException;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.nn.Engines;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.Test;

final class RefusalsTest {

  private static final List<EncodingSpec> TWO =
      List.of(new EncodingSpec("customer", 3), new EncodingSpec("review", 4));

  @Test
  void sumNeedsOneWidth() {
    assertThatThrownBy(() -> Configured.merger("type = sum", TWO))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            merger: "sum" needs encodings of one width: "customer" is 3 wide, "review" is 4 wide
            set project-to to a width, give the encoders one width, or use concat""");
  }

  @Test
  void filmNeedsAnEncoderOfTheName() {
    assertThatThrownBy(() -> Configured.merger("type = film, by = custommer", TWO))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            merger.by = "custommer": no encoder is called so
            did you mean "customer"?
            found: customer, review""");
  }

  @Test
  void filmNeedsSomethingToModulate() {
    assertThatThrownBy(() -> Configured.merger("type = film, by = review", TWO.subList(1, 2)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            merger: "film" modulates the other encodings by that of "review", and there is no other
            add an encoder, or choose another merger, for example concat""");
  }

  @Test
  void mlpNeedsLayers() {
    EncodingSpec input = new EncodingSpec("merged", 3);
    assertThatThrownBy(() -> Configured.projection("type = mlp, units = []", input))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("units is empty: it needs the width of at least one layer");
  }

  @Test
  void layerNormOfOneNumberIsRefused() {
    EncodingSpec input = new EncodingSpec("merged", 1);
    assertThatThrownBy(() -> Configured.projection("type = layer-norm", input))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("the encoding \"merged\" is one number")
        .hasMessageContaining("leave layer-norm out");
  }

  @Test
  void moreComponentsThanNumbersAreRefused() {
    EncodingSpec input = new EncodingSpec("review", 8);
    assertThatThrownBy(() -> Configured.projection("type = pca-init, size = 9", input))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            """
            projection: the encoding "review" is 8 wide, and so has no 9 principal components
            set size to 8 or less""");
  }

  /** A row of one number would be broadcast over all of the other encoding. */
  @EachEngine
  void otherWidthsThanDeclaredAreRefused(String engine) {
    MergerBlock block =
        Configured.merger(
            "type = sum", List.of(new EncodingSpec("customer", 4), new EncodingSpec("review", 4)));
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      Pass pass = Pass.evaluation(new ParameterStore(manager, false));
      assertThatThrownBy(
              () ->
                  block.forward(
                      pass, List.of(manager.ones(new Shape(2, 4)), manager.ones(new Shape(2, 1)))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the encoding of review: expected (B, 4), given (2, 1)");
    }
  }
}
